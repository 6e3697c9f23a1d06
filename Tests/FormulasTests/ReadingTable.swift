/// Formulas in the notation of optimization texts with their trees, `LaTeX ⇒ tree`.
///
/// The tree is printed on one line: explicit products, `sum(i=1..m, …)`, statements separated by `;`.
let readingTable = #"""
  w_{t+1} = w_t - \eta \nabla L(w_t) ⇒ w_{t+1} = w_t - η·∇L(w_t)
  \theta \leftarrow \theta - \eta \, \nabla_\theta J(\theta; x^{(i)}, y^{(i)}) ⇒ θ ← θ - η·∇_θ J(θ, x^(i), y^(i))
  \theta_{k+1} = \theta_k - \alpha_k g_k ⇒ θ_{k+1} = θ_k - α_k·g_k
  v_t = \gamma v_{t-1} + \eta \nabla_\theta J(\theta) ⇒ v_t = γ·v_{t-1} + η·∇_θ J(θ)
  v_{t} = \gamma v_{t-1} + \eta \nabla_\theta J(\theta - \gamma v_{t-1}) ⇒ v_t = γ·v_{t-1} + η·∇_θ J(θ - γ·v_{t-1})
  \theta = \theta - v_t ⇒ θ = θ - v_t
  \Delta\theta_t = -\eta \cdot g_{t,i} ⇒ Δθ_t = -η·g_{t,i}
  G_{t,ii} = \sum_{\tau=1}^{t} g_{\tau,i}^2 ⇒ G_{t,i·i} = sum(τ=1..t, g_{τ,i}^2)
  \theta_{t+1,i} = \theta_{t,i} - \frac{\eta}{\sqrt{G_{t,ii} + \epsilon}} \cdot g_{t,i} ⇒ θ_{t+1,i} = θ_{t,i} - η/√(G_{t,i·i} + ε)·g_{t,i}
  E[g^2]_t = \gamma E[g^2]_{t-1} + (1-\gamma) g_t^2 ⇒ E[g^2]_t = γ·E[g^2]_{t-1} + (1 - γ)·g_t^2
  RMS[\Delta\theta]_t = \sqrt{E[\Delta\theta^2]_t + \epsilon} ⇒ RMS[Δθ]_t = √(E[Δθ^2]_t + ε)
  \Delta\theta_t = -\frac{RMS[\Delta\theta]_{t-1}}{RMS[g]_t} g_t ⇒ Δθ_t = -RMS[Δθ]_{t-1}/RMS[g]_t·g_t
  m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t ⇒ m_t = β_1·m_{t-1} + (1 - β_1)·g_t
  v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2 ⇒ v_t = β_2·v_{t-1} + (1 - β_2)·g_t^2
  \hat{m}_t = \frac{m_t}{1 - \beta_1^t} ⇒ m̂_t = m_t/(1 - β_1^t)
  \hat{v}_t = \dfrac{v_t}{1 - \beta^t_2} ⇒ v̂_t = v_t/(1 - β_2^t)
  \theta_{t+1} = \theta_t - \frac{\eta}{\sqrt{\hat{v}_t} + \epsilon}\hat{m}_t ⇒ θ_{t+1} = θ_t - η/(√(v̂_t) + ε)·m̂_t
  u_t = \max(\beta_2 \cdot v_{t-1}, |g_t|) ⇒ u_t = max(β_2·v_{t-1}, |g_t|)
  u_t = \beta_2^\infty v_{t-1} + (1 - \beta_2^\infty)|g_t|^\infty ⇒ u_t = β_2^∞·v_{t-1} + (1 - β_2^∞)·|g_t|^∞
  \hat{v}_t = \text{max}(\hat{v}_{t-1}, v_t) ⇒ v̂_t = max(v̂_{t-1}, v_t)
  \bar{m}_t = \beta_1 \hat{m}_t + \frac{(1-\beta_1) g_t}{1-\beta_1^t} ⇒ m̄_t = β_1·m̂_t + (1 - β_1)·g_t/(1 - β_1^t)
  \theta_t = (1 - \eta\lambda)\theta_{t-1} - \eta\frac{\hat{m}_t}{\sqrt{\hat{v}_t}+\epsilon} ⇒ θ_t = (1 - η·λ)·θ_{t-1} - η·m̂_t/(√(v̂_t) + ε)
  c_t = \operatorname{sign}(\beta_1 m_{t-1} + (1-\beta_1) g_t) ⇒ c_t = sign(β_1·m_{t-1} + (1 - β_1)·g_t)
  r_t = \frac{\|\theta_t\|_2}{\|u_t\|_2} ⇒ r_t = ‖θ_t‖_2/‖u_t‖_2
  \lVert g \rVert \le c ⇒ ‖g‖ ≤ c
  g \leftarrow g \cdot \min\left(1, \frac{c}{\|g\|}\right) ⇒ g ← g·min(1, c/‖g‖)
  \eta_t = \eta_0 \cdot \gamma^{\lfloor t/s \rfloor} ⇒ η_t = η_0·γ^floor(t/s)
  \eta_t = \eta_{min} + \frac{1}{2}(\eta_{max} - \eta_{min})\left(1 + \cos\left(\frac{t}{T}\pi\right)\right) ⇒ η_t = η_{min} + 1/2·(η_{max} - η_{min})·(1 + cos(t/T·π))
  \eta_t = \frac{\eta_0}{1 + k t} ⇒ η_t = η_0/(1 + k·t)
  \eta(t) = \eta_0 e^{-kt} ⇒ η(t) = η_0·e^(-k·t)
  \alpha_t = \alpha_0 / \sqrt{t} ⇒ α_t = α_0/√(t)
  J(\theta) = \frac{1}{2m}\sum_{i=1}^m \left(h_\theta(x^{(i)}) - y^{(i)}\right)^2 ⇒ J(θ) = 1/(2·m)·sum(i=1..m, (h_θ(x^(i)) - y^(i))^2)
  h_\theta(x) = \theta^T x ⇒ h_θ(x) = θᵀ·x
  h_\theta(x) = \theta_0 + \theta_1 x_1 + \theta_2 x_2 ⇒ h_θ(x) = θ_0 + θ_1·x_1 + θ_2·x_2
  \text{MSE} = \frac{1}{m}\sum_{i=1}^{m}(y_i - \hat{y}_i)^2 ⇒ MSE = 1/m·sum(i=1..m, (y_i - ŷ_i)^2)
  \mathrm{MAE} = \frac1n \sum_{i=1}^n |y_i - \hat y_i| ⇒ MAE = 1/n·sum(i=1..n, |y_i - ŷ_i|)
  \operatorname{RMSE} = \sqrt{\frac{1}{n}\sum_{i=1}^{n} (y_i-\hat{y}_i)^2} ⇒ RMSE = √(1/n·sum(i=1..n, (y_i - ŷ_i)^2))
  L = -\sum_{i} y_i \log \hat{y}_i ⇒ L = -sum(i, y_i·log(ŷ_i))
  L = -\left[ y \log \hat{y} + (1-y)\log(1-\hat{y}) \right] ⇒ L = -(y·log(ŷ) + (1 - y)·log(1 - ŷ))
  \sigma(z) = \frac{1}{1 + e^{-z}} ⇒ σ(z) = 1/(1 + e^(-z))
  \sigma'(z) = \sigma(z)(1 - \sigma(z)) ⇒ σ′(z) = σ(z)·(1 - σ(z))
  \tanh(z) = \frac{e^z - e^{-z}}{e^z + e^{-z}} ⇒ tanh(z) = (e^z - e^(-z))/(e^z + e^(-z))
  \text{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^K e^{z_j}} ⇒ component(softmax(z), i) = e^z_i/(sum(j=1..K, e^z_j))
  \operatorname{ReLU}(x) = \max(0, x) ⇒ relu(x) = max(0, x)
  f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases} ⇒ f(x) = {x if x > 0; 0 otherwise}
  f(x) = \begin{cases} \frac{1}{2}x^2, & |x| \le \delta \\ \delta(|x| - \frac{1}{2}\delta), & |x| > \delta \end{cases} ⇒ f(x) = {1/2·x^2 if |x| ≤ δ; δ·(|x| - 1/2·δ) if |x| > δ}
  z^{[l]} = W^{[l]} a^{[l-1]} + b^{[l]} ⇒ z^(l) = W^(l)·a^(l-1) + b^(l)
  \delta^{(l)} = (W^{(l+1)})^T \delta^{(l+1)} \odot \sigma'(z^{(l)}) ⇒ δ^(l) = W^(l+1)ᵀ·δ^(l+1)⊙σ′(z^(l))
  \frac{\partial L}{\partial w} = \frac{\partial L}{\partial \hat{y}} \cdot \frac{\partial \hat{y}}{\partial w} ⇒ (∂ L/∂w) = (∂ L/∂ŷ)·(∂ ŷ/∂w)
  \frac{\partial J}{\partial \theta_j} = \frac{1}{m}\sum_{i=1}^{m}(h_\theta(x^{(i)}) - y^{(i)})x_j^{(i)} ⇒ (∂ J/∂θ_j) = 1/m·sum(i=1..m, (h_θ(x^(i)) - y^(i))·x_j^(i))
  \frac{d}{dx}\left(x^n\right) = n x^{n-1} ⇒ (d (x^n)/dx) = n·x^(n - 1)
  \frac{dy}{dx} = \frac{dy}{du}\frac{du}{dx} ⇒ (d y/dx) = (d y/du)·(d u/dx)
  \frac{\mathrm{d}L}{\mathrm{d}w} = 2(wx - y)x ⇒ (d L/dw) = 2·(w·x - y)·x
  \frac{\partial^2 f}{\partial x^2} = 6x ⇒ (∂^2 f/∂x ∂x) = 6·x
  \frac{\partial^2 f}{\partial x \partial y} = 1 ⇒ (∂^2 f/∂x ∂y) = 1
  \nabla f(x) = \left[\frac{\partial f}{\partial x_1}, \frac{\partial f}{\partial x_2}\right]^T ⇒ ∇f(x) = [(∂ f/∂x_1), (∂ f/∂x_2)]
  \nabla^2 f(x) \succeq \mu I ⇒ ∇^2f(x) ≻ μ·I
  H_{ij} = \frac{\partial^2 f}{\partial x_i \partial x_j} ⇒ H_{i,j} = (∂^2 f/∂x_i ∂x_j)
  x_{k+1} = x_k - [\nabla^2 f(x_k)]^{-1} \nabla f(x_k) ⇒ x_{k+1} = x_k - ∇^2f(x_k)^(-1)·∇f(x_k)
  p_k = -B_k^{-1} \nabla f_k ⇒ p_k = -B_k^(-1)·∇f_k
  B_{k+1} = B_k + \frac{y_k y_k^T}{y_k^T s_k} - \frac{B_k s_k s_k^T B_k}{s_k^T B_k s_k} ⇒ B_{k+1} = B_k + y_k·y_kᵀ/(y_kᵀ·s_k) - B_k·s_k·s_kᵀ·B_k/(s_kᵀ·B_k·s_k)
  f(x_k + \alpha p_k) \le f(x_k) + c_1 \alpha \nabla f_k^T p_k ⇒ f(x_k + α·p_k) ≤ f(x_k) + c_1·α·∇f_kᵀ·p_k
  \|\nabla f(x) - \nabla f(y)\| \le L \|x - y\| ⇒ ‖∇f(x) - ∇f(y)‖ ≤ L·‖x - y‖
  f(y) \ge f(x) + \nabla f(x)^T (y - x) + \frac{\mu}{2}\|y - x\|^2 ⇒ f(y) ≥ f(x) + ∇f(x)ᵀ·(y - x) + μ/2·‖y - x‖^2
  f(\lambda x + (1-\lambda) y) \leq \lambda f(x) + (1-\lambda) f(y) ⇒ f(λ·x + (1 - λ)·y) ≤ λ·f(x) + (1 - λ)·f(y)
  \mathbb{E}[\|g_t\|^2] \le G^2 ⇒ E[‖g_t‖^2] ≤ G^2
  \mathbb{E}_{x \sim p}[f(x)] = \mu ⇒ E_{x∼p}[f(x)] = μ
  R(T) = \sum_{t=1}^{T} [f_t(\theta_t) - f_t(\theta^*)] ⇒ R(T) = sum(t=1..T, f_t(θ_t) - f_t(θ^*))
  \frac{R(T)}{T} = O\left(\frac{1}{\sqrt{T}}\right) ⇒ R(T)/T = O(1/√(T))
  \theta^* = \arg\min_\theta J(\theta) ⇒ θ^* = argmin(θ, J(θ))
  w^\star = \operatorname*{argmin}_{w} \frac{1}{n}\sum_{i=1}^n \ell(w; x_i, y_i) ⇒ w^* = argmin(w, 1/n·sum(i=1..n, ℓ(w, x_i, y_i)))
  \mathcal{L}(\theta) = \mathcal{L}_0(\theta) + \frac{\lambda}{2}\|\theta\|_2^2 ⇒ 𝓛(θ) = 𝓛_0(θ) + λ/2·‖θ‖_2^2
  \mathcal{L} = -\log p(y \mid x; \theta) ⇒ 𝓛 = -log(p(y, | x, | θ))
  \mathcal{L}(x, \lambda) = f(x) + \lambda^T g(x) ⇒ 𝓛(x, λ) = f(x) + λ^T·g(x)
  \lambda_i g_i(x^*) = 0 ⇒ λ_i·g_i(x^*) = 0
  D_{KL}(P \| Q) = \sum_x P(x) \log\frac{P(x)}{Q(x)} ⇒ D_{KL}(P, Q) = sum(x, P(x)·log(P(x)/Q(x)))
  H(p, q) = -\sum_{x} p(x) \log q(x) ⇒ H(p, q) = -sum(x, p(x)·log(q(x)))
  \mu_B = \frac{1}{m}\sum_{i=1}^m x_i ⇒ μ_B = 1/m·sum(i=1..m, x_i)
  \sigma_B^2 = \frac{1}{m} \sum_{i=1}^m (x_i - \mu_B)^2 ⇒ σ_B^2 = 1/m·sum(i=1..m, (x_i - μ_B)^2)
  \hat{x}_i = \frac{x_i - \mu_B}{\sqrt{\sigma_B^2 + \epsilon}} ⇒ x̂_i = (x_i - μ_B)/√(σ_B^2 + ε)
  y_i = \gamma \hat{x}_i + \beta ⇒ y_i = γ·x̂_i + β
  \mathbf{w}_{t+1} = \mathbf{w}_t - \eta \nabla_{\mathbf{w}} \mathcal{L}(\mathbf{w}_t) ⇒ 𝐰_{t+1} = 𝐰_t - η·∇_𝐰 𝓛(𝐰_t)
  \boldsymbol{\theta}_{t} = \boldsymbol{\theta}_{t-1} - \alpha \boldsymbol{g}_t ⇒ bold θ_t = bold θ_{t-1} - α·𝐠_t
  \vec{v} = (1, 2, 3) ⇒ v⃗ = [1, 2, 3]
  \mathbf{x} = \begin{bmatrix} 1 \\ 2 \\ 3 \end{bmatrix} ⇒ 𝐱 = [1, 2, 3]
  A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} ⇒ A = [1, 2; 3, 4]
  \det A = ad - bc ⇒ det(A) = a·d - b·c
  \|A\|_F = \sqrt{\sum_{i=1}^m\sum_{j=1}^n |a_{ij}|^2} ⇒ ‖A‖_F = √(sum(i=1..m, sum(j=1..n, |a_{i,j}|^2)))
  \langle x, y \rangle = x^\top y ⇒ xᵀ·y = xᵀ·y
  \|x\|_1 = \sum_{i=1}^n |x_i| ⇒ ‖x‖_1 = sum(i=1..n, |x_i|)
  \|x\|_\infty = \max_i |x_i| ⇒ ‖x‖_∞ = maximum(i, |x_i|)
  \kappa(A) = \frac{\sigma_{\max}}{\sigma_{\min}} ⇒ κ(A) = σ_{max}/σ_{min}
  \beta \in [0, 1) ⇒ β ∈ [0, 1)
  x \in \mathbb{R}^n ⇒ x ∈ ℝ^n
  \theta \sim \mathcal{N}(0, \sigma^2) ⇒ θ ∼ 𝓝(0, σ^2)
  \epsilon = 10^{-8} ⇒ ε = 10^(-8)
  \epsilon = 1e-8 ⇒ ε = 1e-8
  \eta = 3 \times 10^{-4} ⇒ η = 3·10^(-4)
  N = 60{,}000 ⇒ N = 60000
  \beta_1 = 0.9, \beta_2 = 0.999 ⇒ β_1 = 0.9 ; β_2 = 0.999
  \alpha > 0, \quad \beta \ge 0 ⇒ α > 0 ; β ≥ 0
  x_0 = 1 \quad y_0 = 2 ⇒ x_0 = 1 ; y_0 = 2
  t \to \infty ⇒ t → ∞
  \lim_{t \to \infty} \beta^t = 0 ⇒ lim(t → ∞, β^t) = 0
  \sum_{k=0}^{\infty} \gamma^k r_{t+k+1} ⇒ sum(k=0..∞, γ^k·r_{t+k+1})
  G_t = \sum_{k=0}^{T} \gamma^k R_{t+k+1} ⇒ G_t = sum(k=0..T, γ^k·R_{t+k+1})
  Q(s, a) \leftarrow Q(s, a) + \alpha \left[ r + \gamma \max_{a'} Q(s', a') - Q(s, a) \right] ⇒ Q(s, a) ← Q(s, a) + α·(r + γ·maximum(a′, Q(s′, a′)) - Q(s, a))
  V(s) = \sum_a \pi(a|s) \sum_{s'} P(s'|s,a) [R + \gamma V(s')] ⇒ V(s) = sum(a, π(a, | s)·sum(s′, P(s′, | s, | a)·(R + γ·V(s′))))
  \nabla_\theta J(\theta) = \mathbb{E}_{\pi_\theta}[\nabla_\theta \log \pi_\theta(a|s) R] ⇒ ∇_θ J(θ) = E_{π_θ}[∇_θlog π_θ(a|s)R]
  \prod_{i=1}^n p(x_i \mid \theta) ⇒ product(i=1..n, p(x_i, | θ))
  \ell(\theta) = \sum_{i=1}^{n} \log p(x_i \mid \theta) ⇒ ℓ(θ) = sum(i=1..n, log(p(x_i, | θ)))
  \Delta w_{ij} = -\eta \frac{\partial E}{\partial w_{ij}} ⇒ Δw_{i,j} = -η·(∂ E/∂w_{i,j})
  w_{ij}^{(t+1)} = w_{ij}^{(t)} - \eta \frac{\partial E}{\partial w_{ij}} ⇒ w_{i,j}^(t+1) = w_{i,j}^(t) - η·(∂ E/∂w_{i,j})
  \text{learning\_rate}_t = \frac{\alpha}{\sqrt{v_t + \epsilon}} ⇒ learning_rate_t = α/√(v_t + ε)
  learning_rate = 0.01 ⇒ learning_rate = 0.01
  s\_t = \beta\_1 s\_{t-1} + (1-\beta\_1) (\nabla\theta\_t)^2 ⇒ s_t = β_1·s_{t-1} + (1 - β_1)·∇θ_t^2
  \rho t = \rho {t-1} + (1 - \rho) \|\nabla J(\theta)\|^2 ⇒ ρ·t = ρ·(t - 1) + (1 - ρ)·‖∇J(θ)‖^2
  \alpha_t = \alpha \frac{\rho t}{\sqrt{\rho t + \epsilon}} ⇒ α_t = α·ρ·t/√(ρ·t + ε)
  \hat{\sigma}_{t+1} = (1 - 0.9) \cdot [0.1, 0.1] + 0.9 \cdot [0.01, 0.04] ⇒ σ̂_{t+1} = (1 - 0.9)·[0.1, 0.1] + 0.9·[0.01, 0.04]
  \theta_t &= \theta_{t-1} - \frac{\eta}{\sqrt{E[g^2]_t + \epsilon}} \odot \nabla_\theta J(\theta) ⇒ θ_t = θ_{t-1} - η/√(E[g^2]_t + ε)⊙∇_θ J(θ)
  a^2 + b^2 = c^2 ⇒ a^2 + b^2 = c^2
  (a+b)^2 = a^2 + 2ab + b^2 ⇒ (a + b)^2 = a^2 + 2·a·b + b^2
  a(b+c) = ab + ac ⇒ a·(b + c) = a·b + a·c
  x(t+1) = x(t) - \eta \nabla f(x(t)) ⇒ x(t + 1) = x(t) - η·∇f(x(t))
  -x^2 ⇒ -x^2
  2^{-n} ⇒ 2^(-n)
  e^{-\lambda t} ⇒ e^(-λ·t)
  \sqrt[3]{8} ⇒ root(3, 8)
  \sqrt 2 ⇒ √(2)
  \frac12 ⇒ 1/2
  \frac{1}{2}x^2y ⇒ 1/2·x^2·y
  x/2y ⇒ x/2·y
  a/b/c ⇒ a/b/c
  a - b - c ⇒ a - b - c
  a \cdot b \times c * d ⇒ a·b·c·d
  --x ⇒ x
  3! ⇒ factorial(3)
  \binom{n}{k} = \frac{n!}{k!(n-k)!} ⇒ binom(n, k) = factorial(n)/(factorial(k)·factorial(n - k))
  |x - y| ⇒ |x - y|
  ||x||_2 ⇒ ‖x‖_2
  \left\| x \right\| ⇒ ‖x‖
  \left| \frac{a}{b} \right| ⇒ |a/b|
  |a||b| ⇒ |a|·|b|
  |x|^2 ⇒ |x|^2
  \log_2 8 ⇒ log2(8)
  \log_{10} x ⇒ log10(x)
  \ln x y ⇒ log(x·y)
  \log(1+x)^2 ⇒ log(1 + x)^2
  \sin^2 x + \cos^2 x = 1 ⇒ sin(x)^2 + cos(x)^2 = 1
  \sin 2x ⇒ sin(2·x)
  \exp\left(-\frac{x^2}{2\sigma^2}\right) ⇒ exp(-x^2/(2·σ^2))
  \exp\{-x\} ⇒ exp(-x)
  \min_{x \in X} f(x) ⇒ minimum(x∈X, f(x))
  \max\{a, b\} ⇒ max(a, b)
  \max(a, b, 0) ⇒ max(a, b, 0)
  \left\{ a + b \right\} c ⇒ (a + b)·c
  \lceil n/2 \rceil ⇒ ceil(n/2)
  50\% ⇒ 50e-2
  95\% = 0.95 ⇒ 95e-2 = 0.95
  \underbrace{a + b}_{\text{sum}} = c ⇒ a + b = c
  \overline{x} = 2 ⇒ x̄ = 2
  \widehat{ab} ⇒ widehat(a·b)
  \tilde{\theta}_{t} ⇒ θ̃_t
  \dot{x} = f(x) ⇒ ẋ = f(x)
  x^* ⇒ x^*
  x' ⇒ x′
  f'(x) ⇒ f′(x)
  f''(x) = 2 ⇒ f′′(x) = 2
  x^\top A x ⇒ xᵀ·A·x
  A^{-1} b ⇒ A^(-1)·b
  A^T A ⇒ Aᵀ·A
  (AB)^T = B^T A^T ⇒ (A·B)ᵀ = Bᵀ·Aᵀ
  w^T x + b ⇒ wᵀ·x + b
  \theta^T ⇒ θᵀ
  \gamma^T ⇒ γ^T
  \beta_1^t ⇒ β_1^t
  \beta^{t}_1 ⇒ β_1^t
  v_t^{(i)} ⇒ v_t^(i)
  v_{t}^2 ⇒ v_t^2
  {v}_t ⇒ v_t
  v_{\text{max}} ⇒ v_{max}
  v_{old} ⇒ v_{old}
  x_{1:n} ⇒ x_{1:n}
  x_{i,j} ⇒ x_{i,j}
  x_{ij} ⇒ x_{i,j}
  x_10 ⇒ x_{10}
  x^10 ⇒ x^10
  10^-8 ⇒ 10^(-8)
  \alpha \beta ⇒ α·β
  \alpha\!\left(1-\beta\right) ⇒ α·(1 - β)
  2\pi r ⇒ 2·π·r
  \nabla J ⇒ ∇J
  \nabla^2 J ⇒ ∇^2J
  \nabla J(\theta)^2 ⇒ ∇J(θ)^2
  \nabla J(\theta) \cdot \nabla J(\theta) ⇒ ∇J(θ)·∇J(θ)
  \nabla_w L ⇒ ∇_w L
  \partial L/\partial w ⇒ (∂ L/∂w)
  \partial_x f ⇒ (∂ f/∂x)
  \mathbb{1}[x > 0] ⇒ 1[x>0]
  \mathcal{O}(1/t) ⇒ 𝓞(1/t)
  \operatorname{Var}(X) = E[X^2] - E[X]^2 ⇒ Var(X) = E[X^2] - E[X]^2
  \Pr(X > 0) ⇒ Pr(X>0)
  \int_0^1 x^2 dx = \frac13 ⇒ ∫[0, 1] x^2 dx = 1/3
  \forall i: x_i \ge 0 ⇒ i ; x_i ≥ 0
  a \equiv b ⇒ a = b
  a := b ⇒ a := b
  a \triangleq b ⇒ a := b
  a \stackrel{\text{def}}{=} b ⇒ a := b
  a \not= b ⇒ a ≠ b
  a \propto b ⇒ a ∝ b
  a \Rightarrow b ⇒ a ; b
  x = 1 \Rightarrow y = 2 ⇒ x = 1 ; y = 2
  i = 1, 2, \ldots, m ⇒ i = list(1, 2, …, m)
  i = 1, \dots, n ⇒ i = list(1, …, n)
  (x_1, \ldots, x_n) ⇒ [x_1, …, x_n]
  \{x_1, x_2\} ⇒ set(x_1, x_2)
  \{x \mid x > 0\} ⇒ set(x, | comparison(x, 0, >))
  a \pm b ⇒ ±(a, b)
  \pm 1 ⇒ ±(1)
  a = b = c \approx d ⇒ a = b = c ≈ d
  \begin{aligned} a &= b + c \\ &= d \end{aligned} ⇒ a = b + c ; = d
  \begin{align*} x &= 1 \\ y &= 2 \end{align*} ⇒ x = 1 ; y = 2
  \begin{aligned} a &= b \\ &\quad + c \end{aligned} ⇒ a = b + c
  \begin{cases} x + y = 1 \\ x - y = 0 \end{cases} ⇒ {condition(x + y, 1) otherwise; condition(x - y, 0) otherwise}
  \begin{equation} a = b \tag{1} \end{equation} ⇒ a = b
  y = wx + b \qquad (1) ⇒ y = w·x + b
  \text{where } a = b ⇒ a = b
  f: X \to Y ⇒ f ; X → Y
  \hat{y} = \sigma(w^T x + b) ⇒ ŷ = σ(wᵀ·x + b)
  \boxed{x = 1} ⇒ x = 1
  学习率 = 0.01 ⇒ 学习率 = 0.01
  \text{学习率} = 0.01 ⇒ 学习率 = 0.01
  θ_t = θ_{t-1} − η·g_t ⇒ θ_t = θ_{t-1} - η·g_t
  √2 ≈ 1.414 ⇒ √(2) ≈ 1.414
  x² + 1 ⇒ x^2 + 1
  x_{t−1} ⇒ x_{t-1}
  0.1 + 0.2 = 0.3 ⇒ 0.1 + 0.2 = 0.3
  .5 + 1. ⇒ .5 + 1
  1{,}234.5 ⇒ 1234.5
  [0.1, 0.2] \odot [3, 4] ⇒ [0.1, 0.2]⊙[3, 4]
  [[1, 2], [3, 4]] ⇒ [1, 2; 3, 4]
  \frac{[1, 2]}{2} ⇒ [1, 2]/2
  (0, 1] ⇒ (0, 1]
  \ldots ⇒ …
  \odot ⇒ odot
  \cdot ⇒ cdot
  E(X) = \mu ⇒ E(X) = μ
  lr = 0.1 ⇒ lr = 0.1
  \mathrm{d}x ⇒ d·x
  p(y|x) ⇒ p(y, | x)
  P(A \cap B) ⇒ P(∩(A, B))
  \tfrac{\partial}{\partial \theta_j} J(\theta) ⇒ (∂ J(θ)/∂θ_j)
  \frac{\partial J(\theta)}{\partial \theta} = 2\theta ⇒ (∂ J(θ)/∂θ) = 2·θ
  \frac{\partial}{\partial w}(wx - y)^2 ⇒ (∂ ((w·x - y)^2)/∂w)
  \frac{\Delta y}{\Delta x} ⇒ Δy/Δx
  \Delta ⇒ Δ
  \theta_{t+1} = \Pi_{C}(\theta_t - \eta g_t) ⇒ θ_{t+1} = Π_C(θ_t - η·g_t)
  \operatorname{prox}_{\lambda f}(v) = \arg\min_x \left( f(x) + \frac{1}{2\lambda}\|x - v\|_2^2 \right) ⇒ prox_{λ·f}(v) = argmin(x, f(x) + 1/(2·λ)·‖x - v‖_2^2)
  \theta^{(k+1)} = \theta^{(k)} - \alpha^{(k)} d^{(k)} ⇒ θ^(k+1) = θ^(k) - α^(k)·d^(k)
  \beta_k = \frac{g_{k+1}^T g_{k+1}}{g_k^T g_k} ⇒ β_k = g_{k+1}ᵀ·g_{k+1}/(g_kᵀ·g_k)
  \bar{\theta}_T = \frac{1}{T}\sum_{t=1}^{T}\theta_t ⇒ θ̄_T = 1/T·sum(t=1..T, θ_t)
  \theta_{EMA} = \alpha \theta_{EMA} + (1 - \alpha) \theta ⇒ θ_{EMA} = α·θ_{EMA} + (1 - α)·θ
  \rho_t = \rho_\infty - \frac{2t\beta_2^t}{1-\beta_2^t} ⇒ ρ_t = ρ_∞ - 2·t·β_2^t/(1 - β_2^t)
  r_t = \sqrt{\frac{(\rho_t-4)(\rho_t-2)\rho_\infty}{(\rho_\infty-4)(\rho_\infty-2)\rho_t}} ⇒ r_t = √((ρ_t - 4)·(ρ_t - 2)·ρ_∞/((ρ_∞ - 4)·(ρ_∞ - 2)·ρ_t))
  \left(\frac{a}{b}\right)^{2} ⇒ (a/b)^2
  \left[\, a \,\right] ⇒ a
  \sum_{i=1}^{n} a_i b_i + c ⇒ sum(i=1..n, a_i·b_i) + c
  \sum_{i,j} a_{ij} ⇒ sum(i, a_{i,j})
  \sum_{i \in S} x_i ⇒ sum(i∈S, x_i)
  \sum_{i \neq j} x_i ⇒ sum(i≠j, x_i)
  \sum\limits_{i=1}^n x_i ⇒ sum(i=1..n, x_i)
  \sum_{i=1}^n \sum_{j=1}^m a_{ij} x_j ⇒ sum(i=1..n, sum(j=1..m, a_{i,j}·x_j))
  \sum x ⇒ sum(x)
  1 - \beta_1 ⇒ 1 - β_1
  1-\beta_1^{t+1} ⇒ 1 - β_1^(t + 1)
  \frac{1}{N}\sum_{n=1}^{N} \nabla \ell_n(w) ⇒ 1/N·sum(n=1..N, ∇ℓ_n(w))
  \|a\| \cdot \|b\| ⇒ ‖a‖·‖b‖
  |a| \cdot |b| ⇒ |a|·|b|
  \|\cdot\|_2 ⇒ ‖·‖_2
  f(\cdot) ⇒ f(·)
  \frac{\partial L}{\partial \mathbf{W}^{[l]}} ⇒ (∂ L/∂𝐖^(l))
  W := W - \alpha \, dW ⇒ W := W - α·dW
  S_{dW} = \beta S_{dW} + (1 - \beta) dW^2 ⇒ S_{dW} = β·S_{dW} + (1 - β)·dW^2
  v_{dW}^{corrected} = \frac{v_{dW}}{1 - \beta_1^t} ⇒ v_{dW}^(corrected) = v_{dW}/(1 - β_1^t)
  \theta_t = \theta_{t-1} - \alpha \left( \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon} + \lambda \theta_{t-1} \right) ⇒ θ_t = θ_{t-1} - α·(m̂_t/(√(v̂_t) + ε) + λ·θ_{t-1})
  \alpha_t = \alpha \frac{\sqrt{1 - \beta_2^t}}{1 - \beta_1^t} ⇒ α_t = α·√(1 - β_2^t)/(1 - β_1^t)
  \mu_t = \beta_1\left(1 - \tfrac{1}{2} \cdot 0.96^{t\psi}\right) ⇒ μ_t = β_1·(1 - 1/2·0.96^(t·ψ))
  v_{t+1} = \mu v_t - \eta \nabla f(\theta_t + \mu v_t) ⇒ v_{t+1} = μ·v_t - η·∇f(θ_t + μ·v_t)
  \theta_{t+1} = \theta_t + v_{t+1} ⇒ θ_{t+1} = θ_t + v_{t+1}
  y_k = \nabla f(x_{k+1}) - \nabla f(x_k) ⇒ y_k = ∇f(x_{k+1}) - ∇f(x_k)
  s_k = x_{k+1} - x_k ⇒ s_k = x_{k+1} - x_k
  H_{k+1} = (I - \rho_k s_k y_k^\top) H_k (I - \rho_k y_k s_k^\top) + \rho_k s_k s_k^\top ⇒ H_{k+1} = (I - ρ_k·s_k·y_kᵀ)·H_k·(I - ρ_k·y_k·s_kᵀ) + ρ_k·s_k·s_kᵀ
  \rho_k = \frac{1}{y_k^\top s_k} ⇒ ρ_k = 1/(y_kᵀ·s_k)
  x^{(k+1)} = x^{(k)} - t_k \nabla f(x^{(k)}) ⇒ x^(k+1) = x^(k) - t_k·∇f(x^(k))
  \theta^{(t+1)} = \theta^{(t)} - \eta \frac{1}{|B|} \sum_{i \in B} \nabla \ell_i(\theta^{(t)}) ⇒ θ^(t+1) = θ^(t) - η·1/|B|·sum(i∈B, ∇ℓ_i(θ^(t)))
  \nabla J(w) = \frac{2}{m} X^\top (X w - y) ⇒ ∇J(w) = 2/m·Xᵀ·(X·w - y)
  w = (X^\top X)^{-1} X^\top y ⇒ w = (Xᵀ·X)^(-1)·Xᵀ·y
  w = (X^T X + \lambda I)^{-1} X^T y ⇒ w = (Xᵀ·X + λ·I)^(-1)·Xᵀ·y
  L(w) = \frac{1}{2} w^\top A w - b^\top w ⇒ L(w) = 1/2·wᵀ·A·w - bᵀ·w
  \nabla L(w) = A w - b ⇒ ∇L(w) = A·w - b
  \frac{\partial}{\partial w_1} = 2 w_1 ⇒ ∂/∂w_1 = 2·w_1
  f(x, y) = x^2 + 3xy + y^2 ⇒ f(x, y) = x^2 + 3·x·y + y^2
  f(w) = (w - 3)^2 ⇒ f(w) = (w - 3)^2
  f'(w) = 2(w - 3) ⇒ f′(w) = 2·(w - 3)
  w_1 = w_0 - 0.1 \times f'(w_0) ⇒ w_1 = w_0 - 0.1·f′(w_0)
  w_1 = 0 - 0.1 \times (-6) = 0.6 ⇒ w_1 = 0 - 0.1·(-6) = 0.6
  \theta_1 = 1 - 0.01 \times \frac{0.1}{\sqrt{0.019} + 0.01} ⇒ θ_1 = 1 - 0.01·0.1/(√(0.019) + 0.01)
  v_1 = 0.9 \times 0 + 0.1 \times 0.2^2 = 0.004 ⇒ v_1 = 0.9·0 + 0.1·0.2^2 = 0.004
  \epsilon \approx 10^{-7} ⇒ ε ≈ 10^(-7)
  0 < \beta < 1 ⇒ 0 < β < 1
  |\beta| < 1 ⇒ |β| < 1
  \eta \ll 1 ⇒ η < 1
  \alpha \gg 0 ⇒ α > 0
  \sqrt{v_t} + \epsilon ⇒ √(v_t) + ε
  \sqrt{v_t + \epsilon} ⇒ √(v_t + ε)
  \frac{g_t}{\sqrt{v_t}} ⇒ g_t/√(v_t)
  g_t \odot g_t ⇒ g_t⊙g_t
  g_t \circ g_t ⇒ g_t⊙g_t
  g^2_t ⇒ g_t^2
  g_{t}^{2} ⇒ g_t^2
  (\nabla_\theta J(\theta))^2 ⇒ ∇_θ J(θ)^2
  \left(\nabla_{\theta} J(\theta_{t-1})\right)^{2} ⇒ ∇_θ J(θ_{t-1})^2
  [\nabla J(\theta)]^2 ⇒ ∇J(θ)^2
  \mathrm{RMS}[g]_t ⇒ RMS[g]_t
  \mathrm{E}[g^2]_t ⇒ E[g^2]_t
  \mathbb{E}[g^2]_t = 0.9 \mathbb{E}[g^2]_{t-1} + 0.1 g^2_t ⇒ E[g^2]_t = 0.9·E[g^2]_{t-1} + 0.1·g_t^2
  \operatorname{Var}[g] = \mathbb{E}[g^2] - \mathbb{E}[g]^2 ⇒ Var[g] = E[g^2] - E[g]^2
  \text{lr} \times 0.5 ⇒ lr·0.5
  \text{update} = -\eta \frac{m}{\sqrt{v}} ⇒ update = -η·m/√(v)
  \text{where } \eta \text{ is the rate} ⇒ η
  x_{\text{new}} = x_{\text{old}} - \eta g ⇒ x_{new} = x_{old} - η·g
  \theta_{new} = \theta_{old} - \alpha \nabla J ⇒ θ_{new} = θ_{old} - α·∇J
  \theta := \theta - \alpha \frac{\partial}{\partial \theta} J(\theta) ⇒ θ := θ - α·(∂ J(θ)/∂θ)
  \theta_j := \theta_j - \alpha \frac{1}{m} \sum_{i=1}^{m} \left( h_{\theta}(x^{(i)}) - y^{(i)} \right) x_{j}^{(i)} ⇒ θ_j := θ_j - α·1/m·sum(i=1..m, (h_θ(x^(i)) - y^(i))·x_j^(i))
  \dot{x}(0) = 4/5 ⇒ ẋ(0) = 4/5
  \hat v(0) = 3 ⇒ v̂(0) = 3
  \ddot{x} + x = 0, \dot{x}(0) = 1, x(0) = 2 ⇒ ẍ + x = 0 ; ẋ(0) = 1 ; x(0) = 2
  \dot{x}(t) = A x(t) ⇒ ẋ(t) = A·x(t)
  {\bf x}(0) = 1 ⇒ x(0) = 1
  v_\perp = v_{\parallel} + 1 ⇒ v_⊥ = v_∥ + 1
  W^\perp = V^{\perp} ⇒ W^(⊥) = V^(⊥)
  """#

// Written by Fixtures/make_values.py with mpmath; do not edit.

/// Formulas with their values, `LaTeX ⇒ numbers`, for the quantities in `valueTableGiven`.
let valueTable = #"""
  a + b ⇒ 0.8
  a - b - c ⇒ -0.05
  -a^2 ⇒ -2.25
  (-a)^2 ⇒ 2.25
  2ab ⇒ -2.1
  a(b+c) ⇒ 2.325
  \frac{a+b}{c} ⇒ 0.35555555555555556
  a/b/c ⇒ -0.95238095238095238
  a/b \cdot c ⇒ -4.8214285714285714
  \frac12 a ⇒ 0.75
  \frac{1}{2}\,x^2 y ⇒ 0.544
  x^{-2} ⇒ 1.5625
  2^{-n} ⇒ 0.0625
  x^{1/2} ⇒ 0.89442719099991588
  \sqrt{x + y} ⇒ 1.5811388300841897
  \sqrt[3]{y} ⇒ 1.1934831919273369
  \sqrt 2 ⇒ 1.414213562373095
  \sqrt{\frac{a}{c}} ⇒ 0.81649658092772603
  e^{-x} ⇒ 0.44932896411722159
  e^{-\lambda t} ⇒ 0.74081822068171787
  \exp(-x^2) ⇒ 0.52729242404304856
  \exp\left(-\frac{x^2}{2\sigma^2}\right) ⇒ 0.27803730045319413
  \ln x ⇒ -0.22314355131420976
  \log(xy) ⇒ 0.30748469974796064
  \log x y ⇒ 0.30748469974796064
  \log_2 8 ⇒ 3.0
  \log_{10} y ⇒ 0.23044892137827393
  \ln(1+x)^2 ⇒ 0.34549316343675594
  \sin x + \cos y ⇒ 0.58851159660399808
  \sin^2 x + \cos^2 x ⇒ 1.0
  \sin 2x ⇒ 0.99957360304150516
  \tan(x/2) ⇒ 0.42279321873816176
  \tanh(z) ⇒ -0.83365460701215526
  \tanh^2 z ⇒ 0.69498000379259102
  \frac{e^z - e^{-z}}{e^z + e^{-z}} ⇒ -0.83365460701215526
  \sinh x \cosh y ⇒ 2.511843877665806
  \arctan x ⇒ 0.67474094222355266
  \sin^{-1} x ⇒ 0.92729521800161223
  \arccos x ⇒ 0.64350110879328439
  2\pi x ⇒ 5.0265482457436692
  \sigma(z) ⇒ 0.23147521650098236
  \sigma(z)(1-\sigma(z)) ⇒ 0.1778944406468057
  \sigma'(z) ⇒ 0.1778944406468057
  \text{sigmoid}(x) ⇒ 0.68997448112761244
  \operatorname{ReLU}(z) ⇒ 0.0
  \max(0, x) ⇒ 0.8
  \max(0, z) ⇒ 0.0
  \min\{a, b, c\} ⇒ -0.7
  \max(a, b, c) ⇒ 2.25
  |z| ⇒ 1.2
  |z|^2 ⇒ 1.44
  |a||b| ⇒ 1.05
  \operatorname{sign}(z) ⇒ -1.0
  \lfloor n/3 \rfloor ⇒ 1.0
  \lceil n/3 \rceil ⇒ 2.0
  n! ⇒ 24.0
  \frac{n!}{k!(n-k)!} ⇒ 6.0
  \binom{n}{k} ⇒ 6.0
  \sum_{i=1}^{n} i ⇒ 10.0
  \sum_{i=1}^{n} i^2 ⇒ 30.0
  \prod_{i=1}^{4} i ⇒ 24.0
  \sum_{i=1}^{m} g_i ⇒ 0.2
  \sum_{i=1}^{m} g_i u_i ⇒ 2.6
  \frac{1}{m}\sum_{i=1}^{m} (\theta_i - u_i)^2 ⇒ 25.0
  \sum_i g_i^2 ⇒ 0.14
  \sum_{i=0}^{3} \gamma^i ⇒ 3.709875
  \frac{1-\gamma^4}{1-\gamma} ⇒ 3.709875
  \sum_{i=1}^{2}\sum_{j=1}^{2} A_{ij} ⇒ 10.0
  \prod_{i=1}^m (1 + g_i) ⇒ 1.144
  \|u\| ⇒ 7.0
  \|u\|_2^2 ⇒ 49.0
  \|u\|_1 ⇒ 11.0
  \|u\|_\infty ⇒ 6.0
  \lVert g \rVert^2 ⇒ 0.14
  \|u\|_3 ⇒ 6.3079935486632676
  \|A\|_F ⇒ 5.4772255750516611
  \det A ⇒ -2.0
  u^\top \theta ⇒ -10.0
  \langle u, \theta \rangle ⇒ -10.0
  u^T u ⇒ 49.0
  \max_i u_i ⇒ 6.0
  \operatorname{tr}(A) ⇒ 5.0
  g + 1 ⇒ 1.1 0.8 1.3
  2g ⇒ 0.2 -0.4 0.6
  g \odot u ⇒ 0.2 0.6 1.8
  g \cdot u ⇒ 0.2 0.6 1.8
  g^2 ⇒ 0.01 0.04 0.09
  \sqrt{v} ⇒ 0.2 0.3 0.5
  \frac{g}{\sqrt{v} + \epsilon} ⇒ 0.49751243781094527 -0.66445182724252492 0.59880239520958084
  \frac{g}{\sqrt{v + \epsilon}} ⇒ 0.4938647983247948 -0.66299354413179587 0.59880358804184935
  \theta - \eta g ⇒ 0.999 2.002 -1.003
  \theta - \frac{\eta}{\sqrt{v} + \epsilon} g ⇒ 0.99502487562189055 2.0066445182724252 -1.0059880239520958
  \beta v + (1-\beta) g^2 ⇒ 0.037 0.085 0.234
  |g| ⇒ 0.1 0.2 0.3
  \max(g, 0) ⇒ 0.1 0.0 0.3
  \frac{g}{\|g\|} ⇒ 0.26726124191242438 -0.53452248382484877 0.80178372573727315
  \text{softmax}(u) ⇒ 0.017984030475110445 0.00012117544417123201 0.98189479408071832
  \text{softmax}(u)_2 ⇒ 0.00012117544417123201
  A [1, 1] ⇒ 3.0 7.0
  A^\top [1, 1] ⇒ 4.0 6.0
  A^{-1} [3, 7] ⇒ 1.0 1.0
  -\sum_{i=1}^{3} p_i \log q_i ⇒ 1.039720770839918
  \sum_i p_i \log\frac{p_i}{q_i} ⇒ 0.010067756775344437
  -[x \log w + (1-x)\log(1-w)] ⇒ 0.59191864538762356
  \log(1 + e^{x}) ⇒ 1.1711006659477777
  \beta_1 m_{t-1} + (1-\beta_1) g_t ⇒ 0.22
  \beta_2 v_{t-1} + (1-\beta_2) g_t^2 ⇒ 0.09007
  \frac{\beta_1 m_{t-1} + (1-\beta_1) g_t}{1-\beta_1^t} ⇒ 0.81180811808118081
  \theta_t - \frac{\eta}{\sqrt{\beta_2 v_{t-1} + (1-\beta_2) g_t^2} + \epsilon} g_t ⇒ 1.236716111248474
  \theta_t - \eta \frac{g_t}{\sqrt{v_{t-1} + \epsilon}} ⇒ 1.2367401291173641
  \eta \frac{\sqrt{1-\beta_2^t}}{1-\beta_1^t} ⇒ 0.0020201059743896785
  \theta_t(1 - \eta\lambda) ⇒ 1.24875
  \frac{\eta}{1 + \lambda t} ⇒ 0.0076923076923076923
  \eta \cdot \gamma^{\lfloor t/2 \rfloor} ⇒ 0.0095
  \eta e^{-\lambda t} ⇒ 0.0074081822068171787
  \frac{\eta}{2}\left(1 + \cos\frac{\pi t}{T}\right) ⇒ 0.0079389262614623656
  \eta / \sqrt{t} ⇒ 0.0057735026918962576
  \frac{1}{\sqrt{2\pi}\sigma} e^{-\frac{(x-\mu)^2}{2\sigma^2}} ⇒ 0.4839414490382867
  \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases} ⇒ 0.8
  \begin{cases} \frac12 z^2 & |z| \le 1 \\ |z| - \frac12 & |z| > 1 \end{cases} ⇒ 0.7
  \begin{bmatrix} 1 & 2 \end{bmatrix} \begin{bmatrix} 3 \\ 4 \end{bmatrix} ⇒ 11.0
  \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \begin{bmatrix} x \\ y \end{bmatrix} ⇒ 4.2 9.2
  (1 - 0.9) \cdot [0.1, 0.1] + 0.9 \cdot [0.01, 0.04] ⇒ 0.019 0.046
  [1, 2] - \frac{0.01}{\sqrt{[0.019, 0.046]} + 0.01} \cdot [0.1, 0.2] ⇒ 0.9932359530412221 1.9910903657561973
  3 \times 10^{-4} ⇒ 0.0003
  1.5e-3 + 1 ⇒ 1.0015
  50\% \cdot c ⇒ 1.125
  1{,}000 x ⇒ 800.0
  \frac{d}{dx}(x^3 + 2x) ⇒ 3.92
  \frac{\partial}{\partial w}(wx - y)^2 ⇒ -1.952
  \frac{d}{dx} e^{-x^2} ⇒ -0.84366787846887769
  \frac{d^2}{dx^2} x^4 ⇒ 7.68
  \frac{\partial^2}{\partial x \partial y} (x^2 y^3) ⇒ 13.872
  \frac{d}{dx}\tanh(x) ⇒ 0.55905516773224398
  \frac{d}{dx}\sqrt{x} ⇒ 0.55901699437494742
  \frac{d}{dx} \frac{1}{1+e^{-x}} ⇒ 0.21390969652029442
  \frac{d}{dx} x^x ⇒ 0.6498494635451641
  \nabla_\theta \|\theta\|^2 ⇒ 2.0 4.0 -2.0
  \nabla_\theta (u^\top \theta) ⇒ 2.0 -3.0 6.0
  \nabla_v \sum_{i=1}^3 \log v_i ⇒ 25.0 11.111111111111111 4.0
  \frac{\partial}{\partial \theta} \frac{1}{2}\|\theta - u\|^2 ⇒ -1.0 5.0 -7.0
  """#

/// The given values of the formulas in `valueTable`.
let valueTableGiven = #"""
  a = 1.5;
  b = -0.7;
  c = 2.25;
  x = 0.8;
  y = 1.7;
  z = -1.2;
  w = 0.6;
  t = 3;
  n = 4;
  m = 3;
  k = 2;
  \eta = 0.01;
  \beta = 0.9;
  \beta_1 = 0.9;
  \beta_2 = 0.999;
  \epsilon = 0.001;
  \gamma = 0.95;
  \lambda = 0.1;
  \mu = 0.3;
  \sigma = 0.5;
  g = [0.1, -0.2, 0.3];
  v = [0.04, 0.09, 0.25];
  \theta = [1, 2, -1];
  u = [2, -3, 6];
  g_t = 0.4;
  v_{t-1} = 0.09;
  m_{t-1} = 0.2;
  \theta_t = 1.25;
  A = [[1, 2], [3, 4]];
  p = [0.2, 0.3, 0.5];
  q = [0.25, 0.25, 0.5];
  T = 10;
  """#

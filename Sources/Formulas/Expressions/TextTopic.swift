/// A term of the words around a statement that gives a letter its meaning: λ₁ as an eigenvalue, H as a Hessian.
package enum TextTopic: CaseIterable, Hashable, Sendable {
  case hessian, jacobian, laplacian, eigenvalues, eigenvaluesInSentence, extremum, positiveDefinite
  case complexNumbers, interest, smallValues, solutions, mean, deviation, variance, differentiation, symmetry,
    approximations
}

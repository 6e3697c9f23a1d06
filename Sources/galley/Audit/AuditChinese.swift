import DocumentAudit
import Formulas

/// The sentences of an audit in Chinese.
enum AuditChinese {
  static func text(of detail: Finding.Detail) -> String {
    switch detail {
    case .sentence(let text): text
    case .discrepancy(let discrepancy): self.text(of: discrepancy)
    case .result(let stated, let right):
      "推导到 \(stated) 为止；若前面没有错误，结果应为 \(right.roundedText)"
    case .unclosed(let last): "这个公式没有结束，到第 \(last) 行为止都没有结束符"
    case .malformation(let flaw): self.text(of: flaw)
    case .stray(let text): "请删去公式后面多余的“\(text)”"
    case .loss(let loss, let count): self.text(of: loss) + (count == 1 ? "" : "；共 \(count) 处")
    case .noMistake: "备注说这个公式是错的，但没有发现错误；请删去备注"
    case .unknownRemark(let text): "不认识备注“galley: \(text)”；请写 'given x = 2'、'wrong'、'skip' 或 'allow KIND'"
    }
  }

  private static func text(of discrepancy: Discrepancy) -> String {
    let point = discrepancy.counterexample.sorted { $0.key < $1.key }
      .map { "\($0.key) = \($0.value.roundedText)" }.joined(separator: "，")
    let sides = self.sides(of: discrepancy)
    switch discrepancy.cause {
    case .arithmetic: return "这一步不成立：\(sides)"
    case .lastDigit: return "末位被截断或舍入有误：\(sides)"
    case .powerOfTen(let exponent):
      return "结果\(exponent > 0 ? "大" : "小")了 10 的 \(exponent.magnitude) 次方倍：\(sides)"
    case .sign: return "符号错误：\(sides)"
    case .summedVector: return "上一步各分量是分开的，这里却把它们相加了：\(sides)"
    case .vanishedRoot: return "根号不见了：\(sides)"
    case .shape(let left, let right): return "\(shape(left))变成了\(shape(right))"
    case .swappedWeights(let symbol): return "公式与数值之间，权重 \(symbol) 与 1 − \(symbol) 对调了：\(sides)"
    case .identity:
      let example = point.isEmpty ? "" : "；反例：\(point)"
      let remedy = discrepancy.repaired.map { "；应为“\($0)”" } ?? ""
      return "两边不相等：\(sides)\(example)\(remedy)"
    case .solution: return "所给的解不满足方程：代入后，\(sides)"
    case .expansion(let order): return "展开式中不高于 \(order) 阶的某一项有误"
    case .comparison: return "比较不成立：\(sides)" + (point.isEmpty ? "" : "（\(point)）")
    }
  }

  private static func sides(of discrepancy: Discrepancy) -> String {
    guard let left = discrepancy.left, let right = discrepancy.right else { return "没有共同的值" }
    let (expected, stated) = Discrepancy.distinctTexts(left, right)
    var text = "应为 \(expected)，写作 \(stated)"
    if let component = discrepancy.component { text += "（第 \(component) 个分量）" }
    return text
  }

  private static func shape(_ shape: MathShape) -> String {
    switch shape {
    case .scalar: "标量"
    case .vector(let count): "\(count) 维向量"
    case .matrix(let rows, let columns): "\(rows)×\(columns) 矩阵"
    }
  }

  private static func text(of flaw: Malformation) -> String {
    switch flaw {
    case .unclosedBrace: "'{' 没有闭合"
    case .unopenedBrace: "'}' 没有对应的 '{'"
    case .unclosedEnvironment(let name): "'\\begin{\(name)}' 没有对应的 '\\end{\(name)}'"
    case .unopenedEnvironment(let name): "'\\end{\(name)}' 没有对应的 '\\begin{\(name)}'"
    case .unclosedLeft: "'\\left' 没有对应的 '\\right'"
    case .unopenedRight: "'\\right' 没有对应的 '\\left'"
    case .unclosedParenthesis: "'(' 没有闭合"
    case .unopenedParenthesis: "')' 没有对应的 '('"
    case .doubleScript: "一个符号有两个上标或两个下标；请加花括号"
    case .missingArgument(let name): "'\(name)' 缺少参数"
    }
  }

  private static func text(of loss: RendererLoss) -> String {
    switch loss {
    case .backslashDelimiter(let sign):
      "Markdown 会去掉“\(sign)”的反斜杠；请写“\(sign == "\\(" ? "$…$" : "$$…$$")”"
    case .nestedDisplay(let name): "LaTeX 不允许在“$$”之间使用“\(name)”；请用 aligned 之类的环境，或去掉“$$”"
    case .escapedUnderscore: "公式中的“\\_”是可见的下划线；下标请写“_”"
    case .tableBar: "“|”会结束表格的单元格；公式中请写“\\vert”"
    }
  }

  static func text(of reason: StatementReason) -> String {
    switch reason {
    case .doubt(let doubt): text(of: doubt)
    case .uncertainty(let uncertainty): text(of: uncertainty)
    case .unread(let error): text(of: error)
    }
  }

  private static func text(of doubt: Doubt) -> String {
    switch doubt {
    case .role(.claim), .role(.bare): "看不出它是不是论断"
    case .role(.definition): "它可能是定义"
    case .role(.setting): "前面的话可能只是交代情形"
    case .role(.condition): "原文把它当作条件"
    case .role(.goal): "原文要求解或达到它"
    case .role(.refuted): "原文自己可能就说它是错的"
    case .implication: "它是推出关系的一部分"
    case .comparison: "这个比较可能是条件"
    case .ellipsis: "省略号略去了一些项"
    case .imaginaryUnit: "i 可能是虚数单位"
    case .unknown(let name): "不知道 \(name) 的含义"
    case .reading(.innerProduct): "若把向量的乘积读作内积，它成立"
    case .reading(.product): "若把括号读作乘法，它成立"
    case .reading(.decimalLogarithm): "以 10 为底的对数时成立"
    case .reading(.binaryLogarithm), .reading(.binaryShortLogarithm): "以 2 为底的对数时成立"
    case .reading(.mixedNumber): "若读作带分数，它成立"
    case .reading(.fixedNames): "若求导时其他量都视为常数，它成立"
    case .reading(.repeatedCall): "若函数的指数表示重复作用，它成立"
    case .reading(.rowsAsLists): "若把方括号里的列表读作行，它成立"
    case .reading(.norm): "若竖线表示范数，它成立"
    case .reading(.scientificQuotient): "若 10 的幂属于除数，它成立"
    case .reading(.juxtaposedDivisor): "若除数旁边的因子也属于除数，它成立"
    case .reading(.definedOperation): "若按原文定义的数对运算，它成立"
    case .reading(.derivativeOfProduct): "若对整个乘积求导，它成立"
    case .reading(.powerOfArgument): "若指数属于函数的自变量，它成立"
    case .reading(.quotientInArgument): "若除数属于函数的自变量，它成立"
    case .reading(.degrees): "若角以度为单位，它成立"
    case .meaning(let names): "\(names.joined(separator: "、")) 在这里可能另有含义"
    case .hypothesis: "它可能依赖原文用文字给出的假设"
    case .rounding: "差别可能来自舍入"
    case .noRepair: "任何小改动都不能使它成立；它可能是条件，或依赖某个假设"
    case .effort: "检验所需的时间太长"
    case .onlyForValues(let names): "它只对 \(names.joined(separator: "、")) 的当前值成立"
    }
  }

  private static func text(of uncertainty: Uncertainty) -> String {
    switch uncertainty {
    case .free(let names): "不知道 \(names.joined(separator: "、")) 的值"
    case .relation(let kind): "“\(kind.text)”不比较数值"
    case .notEvaluable(.unbound(let name)): "\(name) 没有值"
    case .notEvaluable(.shapeMismatch(let operation, let left, let right)):
      "\(shape(left))与\(shape(right))之间的“\(operation)”"
    case .notEvaluable(.undefined(let text)): "\(text) 没有定义"
    case .notEvaluable(.notEvaluable(let text)): "\(text) 无法求值"
    case .notEvaluable(.tooManySteps): "公式的项太多"
    case .holdsIfZero(let names): "若 \(names.joined(separator: "、")) = 0 则成立"
    case .ambiguous: "原文可能另有所指"
    }
  }

  private static func text(of error: ReadingError) -> String {
    let token = error.token.isEmpty ? "公式的结尾" : "“\(error.token.prefix(40))”"
    switch error.problem {
    case .unexpectedToken: return "这里不能有\(token)"
    case .expectedExpression: return "\(token)之前缺少表达式"
    case .unclosed(let closer): return "\(token)之前缺少“\(closer)”"
    case .unopened: return "\(token)没有对应的开头"
    case .unknownCommand: return "不认识命令\(token)"
    case .unknownEnvironment: return "不认识环境\(token)"
    case .doubleScript: return "\(token)处有第二个上标或下标；请加花括号"
    case .twoPoints: return "数字\(token)有两个小数点"
    case .tooDeep: return "\(token)处嵌套太深"
    case .tooLong: return "公式太长"
    }
  }
}

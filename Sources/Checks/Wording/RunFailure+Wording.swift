import Runner

extension RunFailure.Reason {
  /// The failure in words.
  package var wording: Wording {
    switch self {
    case .trapped(let message): .phrase(.trapped, ["message": .english(message)])
    case .threw(let message): .phrase(.threw, ["message": "\(message)"])
    case .exited(let code): .phrase(.exited, ["status": "\(code)"])
    case .timedOut(let seconds): .phrase(.timedOut, ["limit": "\(seconds.plain)"])
    case .wroteTooMuch(let bytes): .phrase(.wroteTooMuch, ["limit": "\(bytes >> 20)"])
    case .reportedTooMuch(let bytes): .phrase(.reportedTooMuch, ["limit": "\(bytes >> 20)"])
    case .exceeded(let resource, let limit): .phrase(resource.phrase, ["limit": "\(limit.plain)"])
    case .recordRefused(let reason): .phrase(.recordRefused, ["reason": .english(reason)])
    case .killed(let signal): .phrase(.killed, ["signal": "\(signal)"])
    case .lost: .phrase(.lost)
    }
  }

  /// How the author of a chapter can fix it; nil if there is no advice.
  package var fix: String? {
    switch self {
    case .threw(let message), .trapped(let message):
      if message.namesMissingFile {
        "if it is a file of the book, declare it with '//| inputs:', by its path below the chapters' folder"
      } else if case .threw = self {
        "catch it, or declare '//| expect: throws'"
      } else {
        nil
      }
    case .exited: "remove the call that exits"
    case .timedOut: "make it shorter, or raise '//| timeout:'"
    case .wroteTooMuch: "print less"
    case .reportedTooMuch: "show fewer values, or draw fewer points"
    case .exceeded(.processorTime, _): "compute less, or raise '//| cpu:'"
    case .exceeded(.memory, _): "use less, or raise '//| memory:'"
    case .exceeded(.processes, _): "start fewer, or raise '//| processes:'"
    case .exceeded(.threads, _): "start fewer"
    case .exceeded(.files, _): "close some, or raise '//| files:'"
    case .recordRefused, .killed, .lost: nil
    }
  }
}

extension LimitedResource {
  fileprivate var phrase: Phrase {
    switch self {
    case .processorTime: .usedProcessorTime
    case .memory: .usedMemory
    case .processes: .hadProcesses
    case .threads: .hadThreads
    case .files: .hadFiles
    }
  }
}

extension AttemptOutcome {
  /// Why the block stopped early; nil if it ran to its end.
  package var failure: RunFailure.Reason? {
    switch self {
    case .ranToItsEnd: nil
    case .threw(let message): .threw(message: message)
    case .trapped(let message): .trapped(message: message)
    case .exited(let code): .exited(code: code)
    }
  }
}

extension String {
  /// Whether a message says that a file does not exist.
  fileprivate var namesMissingFile: Bool {
    contains(
      /No such file|NSCocoaErrorDomain Code=(4|260)|file doesn.t exist|couldn.t be opened|fileReadNoSuchFile/)
  }
}

extension Double {
  /// The number as text, without `.0` if it is whole.
  fileprivate var plain: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}

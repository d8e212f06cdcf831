// A project of qualitative analysis as programs hand it to each other (REFI-QDA 1.5), as far as it has a meaning here. Positions
// count code points.

export interface RefiUser {
  readonly guid: string
  readonly name: string
}

export interface RefiCode {
  readonly guid: string
  readonly name: string
  readonly parentGuid: string | null
  readonly codable: boolean
  /** `#rrggbb`; empty when the file names none. */
  readonly colour: string
  readonly description: string
}

export interface RefiCoding {
  readonly guid: string
  readonly codeGuid: string
  readonly userGuid: string
}

export interface RefiSelection {
  readonly guid: string
  readonly from: number
  readonly to: number
  readonly description: string
  readonly userGuid: string
  /** ISO 8601; empty when the file does not say. */
  readonly markedAt: string
  /** Without any: a memo on the passage. */
  readonly codings: readonly RefiCoding[]
}

export interface RefiSource {
  readonly guid: string
  readonly name: string
  readonly description: string
  /** Lines end with a line feed. */
  readonly text: string
  readonly selections: readonly RefiSelection[]
}

export interface RefiCase {
  readonly guid: string
  readonly name: string
  readonly sourceGuids: readonly string[]
}

export interface RefiProject {
  readonly name: string
  readonly origin: string
  readonly users: readonly RefiUser[]
  readonly codes: readonly RefiCode[]
  readonly cases: readonly RefiCase[]
  readonly sources: readonly RefiSource[]
}

/** Something of a file that has no place here: which element, and what it is called. */
export interface LeftOut {
  readonly what: string
  readonly name: string
}

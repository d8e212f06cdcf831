// The expressions that XLSForm borrows from XPath, as far as questionnaires use them: read into a tree, never run.

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** An answer by its name; null is the question itself (`.`). */
  | { readonly kind: 'answer'; readonly name: string | null }
  | { readonly kind: 'call'; readonly name: string; readonly with: readonly Expression[] }
  | {
      readonly kind: 'pair'
      readonly sign: string
      readonly left: Expression
      readonly right: Expression
    }

interface Token {
  readonly kind: 'number' | 'text' | 'answer' | 'self' | 'word' | 'sign'
  readonly text: string
}

const tokenPattern =
  /\s*(?:(\d+(?:\.\d+)?|\.\d+)|'([^']*)'|"([^"]*)"|\$\{\s*([^}\s]+)\s*\}|([A-Za-z_][\w.-]*)|(<=|>=|!=|[=<>+*(),-])|(\.))/y

const mostCharacters = 4000
const mostDeep = 60

/** null where it is not written as we know it. Word processors' dashes and quotation marks are taken for what they mean. */
export function readExpression(text: string): Expression | null {
  if (text.length > mostCharacters) return null
  const tokens = cut(text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'))
  if (tokens === null || tokens.length === 0) return null
  const reader = new Reader(tokens)
  const found = reader.readLevel(0)
  return found === null || !reader.isAtEnd() ? null : found
}

function cut(text: string): readonly Token[] | null {
  const tokens: Token[] = []
  tokenPattern.lastIndex = 0
  const end = text.trimEnd().length
  while (tokenPattern.lastIndex < end) {
    const found = tokenPattern.exec(text)
    if (found === null) return null
    const [, number, single, double, answer, word, sign] = found
    if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (single !== undefined || double !== undefined)
      tokens.push({ kind: 'text', text: single ?? double ?? '' })
    else if (answer !== undefined) tokens.push({ kind: 'answer', text: answer })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else tokens.push({ kind: 'self', text: '.' })
  }
  return tokens
}

/** From the loosest to the tightest, as XPath binds them. */
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

class Reader {
  readonly #tokens: readonly Token[]
  #at = 0
  #deep = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  isAtEnd(): boolean {
    return this.#at === this.#tokens.length
  }

  readLevel(level: number): Expression | null {
    const signs = levels[level]
    if (signs === undefined) return this.#readOne()
    let left = this.readLevel(level + 1)
    while (left !== null) {
      const token = this.#tokens[this.#at]
      const isSign = token?.kind === 'sign' || token?.kind === 'word'
      if (token === undefined || !isSign || !signs.includes(token.text)) return left
      this.#at += 1
      const right = this.readLevel(level + 1)
      left = right === null ? null : { kind: 'pair', sign: token.text, left, right }
    }
    return null
  }

  #readOne(): Expression | null {
    const token = this.#tokens[this.#at]
    this.#at += 1
    switch (token?.kind) {
      case undefined:
        return null
      case 'number':
        return { kind: 'number', value: Number(token.text) }
      case 'text':
        return { kind: 'text', value: token.text }
      case 'answer':
        return { kind: 'answer', name: token.text }
      case 'self':
        return { kind: 'answer', name: null }
      case 'word':
        return this.#readCall(token.text)
      case 'sign':
        if (token.text === '(') return this.#readInside()
        return token.text === '-' ? this.#readNegative() : null
    }
  }

  #readInside(): Expression | null {
    this.#deep += 1
    if (this.#deep > mostDeep) return null
    const inside = this.readLevel(0)
    this.#deep -= 1
    return this.#take(')') ? inside : null
  }

  #readNegative(): Expression | null {
    const token = this.#tokens[this.#at]
    this.#at += 1
    return token?.kind === 'number' ? { kind: 'number', value: -Number(token.text) } : null
  }

  #readCall(name: string): Expression | null {
    if (!this.#take('(')) return null
    const given: Expression[] = []
    if (this.#take(')')) return { kind: 'call', name, with: given }
    this.#deep += 1
    while (this.#deep <= mostDeep) {
      const one = this.readLevel(0)
      if (one === null) return null
      given.push(one)
      if (this.#take(')')) {
        this.#deep -= 1
        return { kind: 'call', name, with: given }
      }
      if (!this.#take(',')) return null
    }
    return null
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at]
    const isIt = token?.kind === 'sign' && token.text === sign
    if (isIt) this.#at += 1
    return isIt
  }
}

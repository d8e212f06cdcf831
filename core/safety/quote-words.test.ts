import { describe, expect, it } from 'vitest'
import { quoteWords } from './quote-words.ts'

describe('the child’s words on paper', () => {
  it('stand in quotation marks once, whoever wrote them [SAF-15]', () => {
    expect(quoteWords('他打我')).toBe('“他打我”')
    expect(quoteWords(' “我没告诉他…” ')).toBe('“我没告诉他…”')
    expect(quoteWords('“我没告诉他”。')).toBe('“我没告诉他”。')
    expect(quoteWords('"别说"')).toBe('"别说"')
    expect(quoteWords('“叔叔”打我，说“别告诉”')).toBe('“‘叔叔’打我，说‘别告诉’”')
    expect(quoteWords('')).toBe('')
  })
})

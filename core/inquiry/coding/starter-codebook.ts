// The codebook to begin with, from what the practice looks for: dimensions, targets, causes, harms, strengths. Content, not code.
import { z } from 'zod'
import { deriveId } from '../../kit/ids.ts'
import { codebookCode, type CodebookCode, colourShape } from './codebook-code.ts'
import type { DescriptionMarks } from './refi/describe-code.ts'

const words = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
export type StarterLanguage = keyof z.infer<typeof words>

const codeShape = z.strictObject({
  key: z.string().regex(/^[a-zA-Z]{1,40}$/),
  name: words,
  definition: words.optional(),
  use: words.optional(),
  not: words.optional(),
})
const marksShape = z.strictObject({ use: z.string().min(1), not: z.string().min(1) })
const starterShape = z.strictObject({
  version: z.string(),
  marks: z.strictObject({ 'zh-CN': marksShape, en: marksShape }),
  codes: z.array(codeShape.extend({ colour: colourShape, codes: z.array(codeShape).min(1) })),
})

export interface StarterCode {
  readonly id: string
  readonly fields: CodebookCode
}

/** The starter codebook in a language, heads before their codes. Two devices that take it make the same codes. */
export function readStarterCodebook(
  content: unknown,
  language: StarterLanguage,
): readonly StarterCode[] {
  const { codes } = starterShape.parse(content)
  return codes.flatMap((head, place) => {
    const id = starterCodeId(head.key)
    const make = (code: z.infer<typeof codeShape>, fields: object): StarterCode => ({
      id: starterCodeId(code.key),
      fields: codebookCode.read({
        name: code.name[language],
        definition: code.definition?.[language] ?? '',
        whenToUse: code.use?.[language] ?? '',
        whenNotToUse: code.not?.[language] ?? '',
        colour: head.colour,
        ...fields,
      }),
    })
    return [
      make({ key: head.key, name: head.name }, { codable: false, place }),
      ...head.codes.map((code, index) =>
        make(code, { parentId: id, place: index, colour: shade(head.colour, index, head.codes) }),
      ),
    ]
  })
}

/** The words that divide a code's description in a file, in both languages. */
export function readDescriptionMarks(
  content: unknown,
): Readonly<Record<StarterLanguage, DescriptionMarks>> {
  return starterShape.parse(content).marks
}

/** The same code in every codebook that began with ours, whatever it is called there now. */
export function starterCodeId(key: string): string {
  return deriveId('starterCode', key)
}

/** Codes of one head are of one family of colours, from dark to light. */
function shade(colour: string, index: number, siblings: readonly unknown[]): string {
  const lighter = siblings.length === 1 ? 0 : (0.45 * index) / (siblings.length - 1)
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `#${parts
    .map((part) =>
      Math.round(part + (255 - part) * lighter)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

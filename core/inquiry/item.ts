// One question: its words, how it is answered, when it is asked, and what else must hold.
import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { pictureShape } from '../kit/pictures.ts'
import { conditionShape } from './condition.ts'
import { partIdShape } from './part-id.ts'
import { noWords, wordsShape } from './words.ts'

const optionShape = z.strictObject({
  value: z.number().int(),
  label: wordsShape.default(noWords),
  /** What another tool's form calls it, where that is no whole number; the same name goes back there. */
  name: z.string().max(80).default(''),
  /** One of our drawings beside its words; it takes the place of what the set draws. */
  picture: pictureShape.nullable().default(null),
})

/** Options shared by items. `min` and `max` are the declared limits that reversing uses, never the observed ones. */
export const responseSetShape = z.strictObject({
  id: partIdShape,
  min: z.number().int(),
  max: z.number().int(),
  /** Empty when the wording may not be shipped: then every whole number within the limits is an answer. */
  options: z.array(optionShape).max(40).default([]),
  /** What stands beside the words, for whoever would rather point: faces for liking, rising bars for how much. */
  pictures: z.enum(['none', 'faces', 'bars']).default('none'),
})
export type ResponseSet = z.infer<typeof responseSetShape>

const responseShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), set: partIdShape }),
  /** Several options; the answer is their values in order with a space between. */
  z.strictObject({ kind: z.literal('multi'), set: partIdShape }),
  z.strictObject({
    kind: z.literal('number'),
    min: z.number(),
    max: z.number(),
    whole: z.boolean().default(true),
    unit: z.string().max(40).default(''),
  }),
  z.strictObject({
    kind: z.literal('text'),
    maxLength: z.number().int().min(1).max(4000).default(500),
  }),
  z.strictObject({
    kind: z.literal('date'),
    from: dayShape.nullable().default(null),
    to: dayShape.nullable().default(null),
    /** A day of birth, the last visit: never a day that is still to come. */
    notAfterToday: z.boolean().default(false),
  }),
])
export type Response = z.infer<typeof responseShape>

/** Limits of a number that nobody has limited; they are not shown. */
export const widestNumber = 1_000_000_000

/** Words that stand between questions and ask nothing. */
export const noteShape = z.strictObject({
  id: partIdShape,
  text: wordsShape,
  showIf: conditionShape.nullable().default(null),
})
export type Note = z.infer<typeof noteShape>

const constraintShape = z.strictObject({
  /** Speaks of this item by its own id, and of earlier ones by theirs. */
  holds: conditionShape,
  message: wordsShape.default(noWords),
})

export const itemShape = z.strictObject({
  id: partIdShape,
  number: z.number().int().min(1),
  /** null: the wording belongs to somebody else and is not shipped. */
  text: wordsShape.nullable().default(null),
  response: responseShape,
  reversed: z.boolean().default(false),
  required: z.boolean().default(false),
  /** How to say it to someone who listens; null when the text itself is easy to hear. */
  readAloud: wordsShape.nullable().default(null),
  /** The item of the mirrored questionnaire that asks the other side the same. */
  mirror: partIdShape.nullable().default(null),
  /** The part of the questionnaire that it stands in. */
  section: partIdShape.nullable().default(null),
  /** Asked only when this holds of earlier answers; null: always. */
  showIf: conditionShape.nullable().default(null),
  constraint: constraintShape.nullable().default(null),
  /** What is read before it. */
  notes: z.array(noteShape).max(10).default([]),
})
export type Item = z.infer<typeof itemShape>

export const sectionShape = z.strictObject({
  id: partIdShape,
  title: wordsShape.default(noWords),
  /** The section that it lies in. */
  within: partIdShape.nullable().default(null),
  showIf: conditionShape.nullable().default(null),
})
export type ItemSection = z.infer<typeof sectionShape>

/** An answer that can be counted and scored: one option or a number. */
export function isNumeric({ response }: Pick<Item, 'response'>): boolean {
  return response.kind === 'choice' || response.kind === 'number'
}

/** An answer that a table of frequencies can show: several options too, each counted by itself. */
export function isCounted(item: Pick<Item, 'response'>): boolean {
  return isNumeric(item) || item.response.kind === 'multi'
}

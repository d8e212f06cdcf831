// One contact card: something worth saying or doing together, in both languages. Shipped content, never a record.
import { z } from 'zod'
import { programmeTargets } from '../../inquiry/programme-targets.ts'
import { pictureShape } from '../../kit/pictures.ts'
import { wheelTopics } from './wheel-topics.ts'

export const cardFamilies = [
  'opening',
  'topic',
  'together',
  'skill',
  'pledge',
  'guardian',
  'reunion',
  'leaving',
] as const
export type CardFamily = (typeof cardFamilies)[number]

export const cardSkills = [
  'listening',
  'iMessage',
  'specificPraise',
  'pauseNameSoften',
  'repair',
  'openQuestion',
  'tellFirst',
  'keepingWord',
] as const
export type CardSkill = (typeof cardSkills)[number]

/** Whom the card is for; both: child and parent do it with each other. */
export const cardReaders = ['child', 'parent', 'guardian', 'both'] as const
export type CardReader = (typeof cardReaders)[number]

/** What the line between the two must carry, from nothing to moving pictures. */
export const networkNeeds = ['none', 'text', 'voice', 'video'] as const
export type NetworkNeed = (typeof networkNeeds)[number]

/** Han letters are counted one by one, in English every letter and space: the limits differ. */
const wordsShape = (title: number, line: number) => {
  const text = z.string().min(1).max(line)
  return z.strictObject({
    title: z.string().min(1).max(title),
    steps: z.array(text).min(1).max(3),
    /** A beginning or a model to say in one's own way, never a text to send for somebody. */
    say: text,
    question: z.strictObject({ toChild: text, toParent: text }).optional(),
    pair: z.strictObject({ notSo: text, butSo: text }).optional(),
    decide: text.optional(),
  })
}

export const cardShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/),
  family: z.enum(cardFamilies),
  /** The part of the wheel; topic cards only. */
  topic: z.enum(wheelTopics).nullable().default(null),
  /** The step of the ladder, 1 the smallest; pledge cards only. */
  rung: z.number().int().min(1).max(12).nullable().default(null),
  targets: z.array(z.enum(programmeTargets)).min(1).max(3),
  skill: z.enum(cardSkills).nullable().default(null),
  ages: z.strictObject({
    from: z.number().int().min(4).max(17),
    to: z.number().int().min(4).max(17),
  }),
  who: z.enum(cardReaders),
  minutes: z.number().int().min(1).max(60),
  network: z.enum(networkNeeds),
  picture: pictureShape,
  words: z.strictObject({ 'zh-CN': wordsShape(14, 40), en: wordsShape(48, 150) }),
})
export type Card = z.infer<typeof cardShape>
export type CardLanguage = keyof Card['words']
export type CardWords = Card['words'][CardLanguage]

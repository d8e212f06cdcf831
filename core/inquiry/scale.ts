// The scale object: items, what may be answered, what is scored and how, and what is known about it.
import { z } from 'zod'
import { itemShape, noteShape, responseSetShape, sectionShape } from './item.ts'
import { partIdShape } from './part-id.ts'
import { noWords, wordsShape } from './words.ts'

export type { Item, ItemSection, ResponseSet } from './item.ts'
export { partIdShape } from './part-id.ts'

/** What a scale is about, in the words of the two studies; reports group by it. */
export const scaleTags = [
  'communication',
  'interaction',
  'trust',
  'cognition',
  'initiative',
  'content',
  'skills',
  'emotionControl',
  'tone',
  'misunderstanding',
  'interpersonal',
  'satisfaction',
  'wellbeing',
  'bridging',
  'arrangements',
  'load',
] as const
export type ScaleTag = (typeof scaleTags)[number]

/** How many items must be answered. A sum with items missing is always prorated: fewer items are never counted as zeros. */
const missingRuleShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('count'), atLeast: z.number().int().min(1) }),
  z.strictObject({ kind: z.literal('share'), atLeast: z.number().gt(0).max(1) }),
])

const bandShape = z.strictObject({
  id: partIdShape,
  title: wordsShape,
  /** Both ends belong to the band; null is open. */
  from: z.number().nullable(),
  to: z.number().nullable(),
})

/** Cut-offs belong to a named population: it is chosen by a person and printed beside the band. */
const normSetShape = z.strictObject({
  id: partIdShape,
  title: wordsShape,
  source: z.string().min(1).max(400),
  uncertain: z.boolean().default(false),
  mean: z.number().nullable().default(null),
  sd: z.number().nullable().default(null),
  bands: z.array(bandShape).max(10).default([]),
})

/** Published reliability, for the reliable change of one person; `sd` is of the same study. */
const reliabilityShape = z.strictObject({
  kind: z.enum(['alpha', 'retest', 'icc']),
  value: z.number().min(-1).max(1),
  sd: z.number().positive().nullable().default(null),
  population: z.string().max(200).default(''),
  source: z.string().min(1).max(400),
})

export const subscaleShape = z.strictObject({
  id: partIdShape,
  title: wordsShape,
  items: z.array(partIdShape).min(1).max(200),
  /** null: as each item says. A list: exactly these, because some keys turn an item for the total only. */
  reversedItems: z.array(partIdShape).max(200).nullable().default(null),
  scoring: z.enum(['sum', 'mean']),
  factor: z.number().positive().default(1),
  direction: z.enum(['higherIsBetter', 'lowerIsBetter', 'neutral']),
  missing: missingRuleShape.default({ kind: 'none' }),
  tags: z.array(z.enum(scaleTags)).max(scaleTags.length).default([]),
  norms: z.array(normSetShape).max(20).default([]),
  reliability: z.array(reliabilityShape).max(20).default([]),
})
export type Subscale = z.infer<typeof subscaleShape>

const licenceShape = z.strictObject({
  status: z.enum(['ours', 'free', 'permissionNeeded', 'textNotShipped']),
  holder: z.string().max(300).default(''),
  note: wordsShape.default(noWords),
})

const provenanceShape = z.strictObject({
  /** Authors, year, title: what a report cites. */
  reference: z.string().max(600).default(''),
  sources: z.array(z.string().max(300)).max(30).default([]),
  /** What must be checked against the manual before anybody relies on it. */
  uncertain: z.array(z.string().max(400)).max(30).default([]),
})

const validationShape = z.strictObject({
  status: z.enum(['notValidated', 'elsewhere', 'inChina', 'withLeftBehindChildren']),
  note: wordsShape.default(noWords),
})

export const respondents = ['child', 'parent', 'caregiver', 'any'] as const
export const targets = [
  'mother',
  'father',
  'parent',
  'caregiver',
  'child',
  'self',
  'pair',
  'service',
] as const

export const scaleShape = z.strictObject({
  title: wordsShape,
  description: wordsShape.default(noWords),
  instructions: wordsShape.default(noWords),
  languages: z.array(z.string().max(40)).max(20).default([]),
  respondent: z.enum(respondents),
  /** Whom the answers are about. */
  target: z.enum(targets),
  ages: z
    .strictObject({ from: z.number().int().min(0), to: z.number().int().max(120) })
    .nullable()
    .default(null),
  readAloud: z.enum(['offered', 'recommended']).default('offered'),
  /** `scores`: only the scores of a paper form are entered; each item is one of them. */
  entry: z.enum(['items', 'scores']).default('items'),
  /** The code of the questionnaire that asks the other side the same. */
  mirrorOf: z.string().max(60).nullable().default(null),
  responseSets: z.array(responseSetShape).max(20).default([]),
  sections: z.array(sectionShape).max(60).default([]),
  items: z.array(itemShape).max(300).default([]),
  /** What is read after the last question. */
  closing: z.array(noteShape).max(10).default([]),
  subscales: z.array(subscaleShape).max(60).default([]),
  /** null: this instrument has no total. */
  total: subscaleShape.nullable().default(null),
  licence: licenceShape,
  provenance: provenanceShape,
  validation: validationShape,
})
export type Scale = z.infer<typeof scaleShape>
export type MissingRule = Subscale['missing']
export type NormSet = Subscale['norms'][number]
export type Band = NormSet['bands'][number]

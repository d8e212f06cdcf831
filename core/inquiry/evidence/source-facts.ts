// What is known of a source: where it stands, how it was found out, what it shows, and what it cannot say. The same shape for the
// sources that come along (content) and for those that an agency adds (records).
import { z } from 'zod'
import { programmeTargets } from '../programme-targets.ts'
import { noWords, wordsShape } from '../words.ts'

/** How something was found out, from what answers “does it work” best to what does not ask that. */
export const evidenceDesigns = [
  'systematicReview',
  'randomised',
  'quasiExperiment',
  'prePost',
  'singleCase',
  'longitudinal',
  'survey',
  'qualitative',
  'caseStudy',
  'review',
  'practiceDocument',
  'law',
] as const
export type EvidenceDesign = (typeof evidenceDesigns)[number]

export const sourceForms = [
  'article',
  'thesis',
  'book',
  'report',
  'proceedings',
  'standard',
  'law',
  'web',
] as const
export type SourceForm = (typeof sourceForms)[number]

/** Our own judgement of how far the design carries, for the question whether this helps; laws and papers about how to work are not graded. */
export const certainties = ['strong', 'some', 'weak', 'notGraded'] as const
export type Certainty = (typeof certainties)[number]

export const effectMeasures = [
  'standardised',
  'difference',
  'coefficient',
  'ratio',
  'correlation',
  'percent',
  'other',
] as const
export type EffectMeasure = (typeof effectMeasures)[number]

/** `notSaid`: a figure that says nothing of better or worse (a share, an agreement). */
export const effectDirections = ['better', 'worse', 'same', 'mixed', 'notSaid'] as const

export const effectShape = z.strictObject({
  /** What was measured. */
  what: wordsShape,
  measure: z.enum(effectMeasures).default('other'),
  /** Each null where the source does not state it. */
  value: z.number().nullable().default(null),
  from: z.number().nullable().default(null),
  to: z.number().nullable().default(null),
  /** The confidence level of the interval in percent; null: a range of findings, not an interval. */
  level: z.number().min(50).max(99.9).nullable().default(null),
  direction: z.enum(effectDirections).default('notSaid'),
})
export type Effect = z.infer<typeof effectShape>

export const sourceFactsShape = z.strictObject({
  /** “Family name, initials” of a Western name; a Chinese name or an institution as it is written. */
  authors: z.array(z.string().trim().min(1).max(120)).max(30).default([]),
  moreAuthors: z.boolean().default(false),
  year: z.number().int().min(1900).max(2200).nullable().default(null),
  /** As published; the other language beside it where somebody has written it. */
  title: z.string().trim().min(1).max(400),
  titleInOther: z.string().trim().max(400).default(''),
  form: z.enum(sourceForms).default('article'),
  /** Journal, publisher, university, or who issued it. */
  container: z.string().trim().max(200).default(''),
  volume: z.string().trim().max(20).default(''),
  issue: z.string().trim().max(20).default(''),
  pages: z.string().trim().max(40).default(''),
  doi: z
    .string()
    .trim()
    .regex(/^(10\.\d{4,9}\/\S{1,200})?$/)
    .default(''),
  url: z
    .string()
    .trim()
    .max(400)
    .regex(/^(https?:\/\/\S+)?$/)
    .default(''),
  design: z.enum(evidenceDesigns),
  /** How many took part; null where that is not stated. */
  people: z.number().int().min(1).max(100_000_000).nullable().default(null),
  population: wordsShape.default(noWords),
  place: wordsShape.default(noWords),
  targets: z.array(z.enum(programmeTargets)).max(programmeTargets.length).default([]),
  /** It speaks of learning from models, the theory that the programmes rest on. */
  onTheory: z.boolean().default(false),
  shows: wordsShape.default(noWords),
  effects: z.array(effectShape).max(6).default([]),
  /** What it cannot say. */
  limits: wordsShape.default(noWords),
  certainty: z.enum(certainties).default('weak'),
  certaintyReason: wordsShape.default(noWords),
  /** Where these facts were read: full text, abstract, a report of others. */
  foundIn: z.string().trim().max(400).default(''),
})
export type SourceFacts = z.infer<typeof sourceFactsShape>

/** The value of no effect, where the measure has one. */
export function neutralOf(measure: EffectMeasure): number | null {
  switch (measure) {
    case 'ratio':
      return 1
    case 'standardised':
    case 'difference':
    case 'coefficient':
    case 'correlation':
      return 0
    case 'percent':
    case 'other':
      return null
  }
}

/** EVI-3: an interval has both ends in order, and the value lies within. */
export function isSoundEffect({ value, from, to, level }: Effect): boolean {
  if (from === null || to === null) return from === to && level === null
  return from <= to && (value === null || (from <= value && value <= to))
}

// The parts of a profile that are written one by one: two phones that write different ones do not meet.
import { z } from 'zod'
import { causeIds, harmIds, strengthIds } from './cause-ids.ts'
import { evidenceRefShape } from './evidence-item.ts'

export const needs = ['none', 'some', 'strong', 'unclear'] as const
export type Need = (typeof needs)[number]
export const linkStrengths = ['strong', 'some', 'weak', 'contradicts'] as const
export type LinkStrength = (typeof linkStrengths)[number]
export const risks = ['none', 'watch', 'raise'] as const
/** The five sides of a full assessment (form-F16). */
export const assessedSides = [
  'physical',
  'psychological',
  'support',
  'efforts',
  'resources',
] as const
export type AssessedSide = (typeof assessedSides)[number]

const text = z.string().max(4000)
export const partKeyShape = z.string().regex(/^[a-zA-Z0-9:-]{1,80}$/)

export const judgementShape = z.strictObject({
  need: z.enum(needs),
  /** How it is, in words, and what lets the worker say so. */
  words: text.default(''),
  reason: text.default(''),
})
export type Judgement = z.infer<typeof judgementShape>

/** `starter` names one of the known ones; own words stand in place of its words, or alone. */
const namedFields = { words: z.string().max(400).default(''), how: text.default('') }
export const causeShape = z.strictObject({
  starter: z.enum(causeIds).nullable().default(null),
  ...namedFields,
})
export type Cause = z.infer<typeof causeShape>
export const harmShape = z.strictObject({
  starter: z.enum(harmIds).nullable().default(null),
  ...namedFields,
})
export type Harm = z.infer<typeof harmShape>

export const linkShape = z.strictObject({
  of: z.enum(['cause', 'harm']),
  /** Key of the cause or harm. */
  to: partKeyShape,
  evidence: evidenceRefShape,
  strength: z.enum(linkStrengths),
  /** How it shows it, where that needs saying. */
  why: z.string().max(1000).default(''),
})
export type EvidenceLink = z.infer<typeof linkShape>

export const strengthShape = z.strictObject({
  kind: z.enum(strengthIds),
  words: z.string().trim().min(1).max(600),
  /** A passage that says it. */
  spanId: z.uuid().nullable().default(null),
})
export type Strength = z.infer<typeof strengthShape>

/** A problem in its order: a target or a cause of this profile. */
export const priorityShape = z.string().regex(/^(target|cause|harm):[a-zA-Z0-9:-]{1,80}$/)

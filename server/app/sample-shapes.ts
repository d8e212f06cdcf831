// The shape of the sample village's content files, once one language has been chosen; days are counted back from today.
import { z } from 'zod'
import { consentPurposes, consentProofs } from '../../core/families/consent.ts'
import { guardianshipBases } from '../../core/families/guardianship.ts'
import { returnRhythms } from '../../core/families/migration.ts'
import { pairRelations } from '../../core/families/pair.ts'
import { sheetModes } from '../../core/inquiry/answer-sheet.ts'
import { wavePhases } from '../../core/inquiry/wave.ts'
import { jsonObjectShape } from '../../core/kit/json-parse.ts'

export const text = z.string().min(1)
/** A person's name in the content files: short, one word, the same in every language. */
export const key = z.string().regex(/^[a-z]+$/)
export const daysAgo = z.number().int().min(0)

/** Who works at the sample's station. */
export const sampleStaff = ['worker', 'coLeader', 'supervisor', 'colleague', 'volunteer'] as const
export type SampleStaff = (typeof sampleStaff)[number]
const staffKey = z.enum(sampleStaff)

const strandTime = z.strictObject({ afterDays: z.number().int().min(0), at: z.string() })
/** A guardian who was sent a link for consent and has not answered it. */
const askedShape = z.strictObject({ child: key, by: key, days: z.number().int().min(1) })
export type SampleAsked = z.infer<typeof askedShape>
/** A family whose archived file was left to storage alone, and the approval on which that was done. */
const storedShape = z.strictObject({ family: text, approval: key, days: daysAgo, at: z.string() })
export type SampleStored = z.infer<typeof storedShape>

export const stationShape = z.strictObject({
  agency: text,
  county: text,
  township: text,
  village: text,
  /** As the station has published it. */
  retentionYears: z.number().int(),
  programme: z.strictObject({ code: text, version: text }),
  staff: z.record(staffKey, text),
  /** How long ago their yearly record check was looked at. */
  checked: z.record(staffKey, daysAgo),
  phone: text,
  address: text,
  complaintsTo: text,
  asked: askedShape,
  stored: storedShape,
  rhythm: z.strictObject({
    everyDays: z.number().int().min(1),
    at: z.string(),
    strandTimes: z.strictObject({ guardian: strandTime, child: strandTime, parent: strandTime }),
  }),
})
export type SampleStation = z.infer<typeof stationShape>

const personShape = z.strictObject({
  key,
  name: text,
  role: z.enum(['child', 'parent', 'grandparent', 'relative', 'other']),
  sex: z.enum(['female', 'male']),
  /** Years, and days since the birthday. */
  age: z
    .tuple([z.number().int(), z.number().int().min(5).max(355)])
    .nullable()
    .default(null),
  phone: z.string().default(''),
  livesHere: z.boolean().default(true),
  alive: z.boolean().default(true),
  more: jsonObjectShape.default({}),
})
export type SamplePerson = z.infer<typeof personShape>

const consentShape = z.strictObject({
  child: key,
  by: key,
  on: daysAgo,
  proof: z.enum(consentProofs),
  witness: z.string().default(''),
  readAloud: z.boolean().default(false),
  purposes: z.array(z.enum(consentPurposes)).default([...consentPurposes]),
  refused: z.array(z.enum(consentPurposes)).default([]),
  withdrawn: z
    .strictObject({ purpose: z.enum(consentPurposes), on: daysAgo, by: text })
    .nullable()
    .default(null),
  assent: z.strictObject({ answer: z.enum(['given', 'tooYoung']), how: text }),
})
export type SampleConsent = z.infer<typeof consentShape>

export const familyShape = z.strictObject({
  code: text,
  /** Who serves it. */
  staff: z.array(staffKey).min(1).default(['worker']),
  registered: daysAgo,
  income: z.array(z.string()).default([]),
  aid: z.array(z.string()).default([]),
  notes: z.string().default(''),
  people: z.array(personShape),
  away: z
    .array(
      z.strictObject({
        who: key,
        province: text,
        city: text,
        since: daysAgo,
        rhythm: z.enum(returnRhythms),
        work: text,
      }),
    )
    .default([]),
  guardians: z.array(
    z.strictObject({
      child: key,
      adult: key,
      kind: z.enum(['legalGuardian', 'caregiver']),
      basis: z.enum(guardianshipBases),
      since: daysAgo.nullable().default(null),
      childHeard: z.boolean().nullable().default(null),
      grade: z.enum(['good', 'fair', 'poor']).nullable().default(null),
    }),
  ),
  pairs: z.array(z.strictObject({ child: key, adult: key, relation: z.enum(pairRelations) })),
  consents: z.array(consentShape).default([]),
})
export type SampleFamily = z.infer<typeof familyShape>

const answered = { mode: z.enum(sheetModes), on: daysAgo, answers: text }
const pairSheetShape = z.strictObject({
  child: key,
  adult: key,
  by: z.enum(['child', 'adult']),
  ...answered,
  setAside: z.string().default(''),
})
const satisfactionShape = z.strictObject({
  child: key,
  satisfaction: key,
  ...answered,
  best: z.string().default(''),
  change: z.string().default(''),
})
const sheetShape = z.union([pairSheetShape, satisfactionShape])
export type SampleSheet = z.infer<typeof sheetShape>

export const waveShape = z.strictObject({
  key: text,
  group: text,
  phase: z.enum(wavePhases),
  title: text,
  instruments: z.array(text),
  opens: daysAgo,
  due: daysAgo,
  closed: z.boolean(),
  sheets: z.array(sheetShape),
})
export type SampleWave = z.infer<typeof waveShape>

export const logShape = z.strictObject({
  child: key,
  adult: key,
  entries: z.array(
    z.tuple([daysAgo, z.string(), z.string(), z.number().int().nullable()], z.literal('missed')),
  ),
})
export type SampleLog = z.infer<typeof logShape>

// The sample village as practitioners write it (content/sample): both languages side by side, days counted back from today.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { consentPurposes, consentProofs } from '../../core/families/consent.ts'
import { guardianshipBases } from '../../core/families/guardianship.ts'
import { returnRhythms } from '../../core/families/migration.ts'
import { pairRelations } from '../../core/families/pair.ts'
import { absenceReasons, presenceModes } from '../../core/groupwork/attendance.ts'
import { learningProcessShape } from '../../core/groupwork/plan-shape.ts'
import { leaveReasons } from '../../core/groupwork/seat.ts'
import { planStrandShape, strandShape } from '../../core/groupwork/strand.ts'
import { sheetModes } from '../../core/inquiry/answer-sheet.ts'
import { wavePhases } from '../../core/inquiry/wave.ts'
import { jsonObjectShape } from '../../core/kit/json-parse.ts'

export type SampleLanguage = 'zh-CN' | 'en'

const text = z.string().min(1)
/** A person's name in the content files: short, one word, the same in every language. */
const key = z.string().regex(/^[a-z]+$/)
const daysAgo = z.number().int().min(0)

const strandTime = z.strictObject({ afterDays: z.number().int().min(0), at: z.string() })
const stationShape = z.strictObject({
  agency: text,
  county: text,
  township: text,
  village: text,
  programme: z.strictObject({ code: text, version: text }),
  staff: z.strictObject({ worker: text, coLeader: text, supervisor: text }),
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

const familyShape = z.strictObject({
  code: text,
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

const recordShape = z.strictObject({
  /** Still being written: not handed in, and only some segments ticked. */
  draft: z.boolean().default(false),
  ticked: z.array(z.string()).default([]),
  goal: z.string(),
  evidence: z.string(),
  events: z.array(
    z.strictObject({
      at: z.string(),
      who: text,
      seen: text,
      said: z.string(),
      response: z.string(),
    }),
  ),
  dynamics: z.string(),
  reflection: z.string(),
  next: z.string(),
  /** Sent back by the supervisor with this comment, and handed in again. */
  comment: z.string().default(''),
  fidelity: z.partialRecord(learningProcessShape, z.enum(['yes', 'partly', 'no'])).default({}),
  changed: z
    .record(z.string(), z.strictObject({ state: z.enum(['changed', 'dropped']), reason: text }))
    .default({}),
})
export type SampleRecord = z.infer<typeof recordShape>

const markShape = z.strictObject({
  who: key,
  presence: z.enum(presenceModes),
  reason: z.enum(absenceReasons).nullable().default(null),
  by: z.string().default(''),
  late: z.number().int().default(0),
  leftEarly: z.boolean().default(false),
  note: z.string().default(''),
})
export type SampleMark = z.infer<typeof markShape>

const groupShape = z.strictObject({
  key: text,
  code: text,
  title: text,
  place: text,
  onlineTool: text,
  firstDay: daysAgo,
  closed: daysAgo.nullable(),
  aims: z.array(text),
  contract: z.array(text),
  notes: text,
  seats: z.array(
    z.strictObject({
      who: key,
      strand: strandShape,
      for: key.nullable().default(null),
      siblings: z.array(key).default([]),
      joins: daysAgo.nullable().default(null),
    }),
  ),
  leaves: z.array(
    z.strictObject({ who: key, on: daysAgo, reason: z.enum(leaveReasons), note: text }),
  ),
  meetings: z.array(
    z.strictObject({
      no: z.number().int(),
      minutes: z.number().int(),
      marks: z.array(markShape),
      records: z.partialRecord(planStrandShape, recordShape),
    }),
  ),
})
export type SampleGroup = z.infer<typeof groupShape>

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

const waveShape = z.strictObject({
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

const logShape = z.strictObject({
  child: key,
  adult: key,
  entries: z.array(
    z.tuple([daysAgo, z.string(), z.string(), z.number().int().nullable()], z.literal('missed')),
  ),
})
export type SampleLog = z.infer<typeof logShape>

const folder = new URL('../../content/sample/', import.meta.url)

/** Takes one language out of a content file: `{ zh-CN: …, en: … }` becomes one text. */
function inLanguage(data: unknown, language: SampleLanguage): unknown {
  if (Array.isArray(data)) return data.map((one: unknown) => inLanguage(one, language))
  if (typeof data !== 'object' || data === null) return data
  const entries = Object.entries(data)
  const both = entries.length === 2 && 'zh-CN' in data && 'en' in data
  if (both) return data[language]
  return Object.fromEntries(entries.map(([name, value]) => [name, inLanguage(value, language)]))
}

/** The whole sample in one language, checked. */
export function readSample(language: SampleLanguage) {
  const read = <Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> =>
    shape.parse(inLanguage(parse(readFileSync(new URL(name, folder), 'utf8')), language))
  return {
    language,
    station: read('station.yaml', stationShape),
    families: read('families.yaml', z.strictObject({ families: z.array(familyShape) })).families,
    groups: ['group-finished.yaml', 'group-running.yaml'].map((name) => read(name, groupShape)),
    waves: read('answers.yaml', z.strictObject({ waves: z.array(waveShape) })).waves,
    logs: read('contacts.yaml', z.strictObject({ pairs: z.array(logShape) })).pairs,
  }
}
export type Sample = ReturnType<typeof readSample>

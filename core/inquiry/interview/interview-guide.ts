// A guide of the agency's own, made from one that came along or from its own earlier version.
import { z } from 'zod'
import { done, refusal, refuse, type Refusal } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'
import { type Guide, guideRoles } from './guide.ts'

const words = z.strictObject({
  'zh-CN': z.string().max(2000).default(''),
  en: z.string().max(2000).default(''),
})
const lists = z.strictObject({
  'zh-CN': z.array(z.string().min(1).max(600)).max(20).default([]),
  en: z.array(z.string().min(1).max(600)).max(20).default([]),
})
const partIdShape = z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/)

const interviewGuideShape = z.strictObject({
  role: z.enum(guideRoles),
  /** Versions of one guide share it; the first version's own id. */
  lineId: z.uuid(),
  version: z.number().int().min(1).max(999),
  /** The guide that came along which this one began as, with its version. */
  madeFrom: z.string().max(80).default(''),
  title: words,
  minutes: z.string().max(20).default(''),
  opening: words,
  does: lists,
  donts: lists,
  harm: lists,
  parts: z
    .array(
      z.strictObject({
        id: partIdShape,
        title: words,
        serves: words,
        questions: z
          .array(z.strictObject({ id: partIdShape, ask: words, probes: lists }))
          .min(1)
          .max(40),
      }),
    )
    .min(1)
    .max(20),
  closing: words,
  madeById: z.uuid(),
  state: z.enum(['active', 'retired']).default('active'),
})
export type InterviewGuide = z.infer<typeof interviewGuideShape>
export type InterviewGuideEntry = InterviewGuide & { readonly id: string }

/** INQ-39: a version is never rewritten, so that the notes of a talk stay under the questions that were asked; a change is the next version. */
export const interviewGuide = defineKind({
  name: 'interviewGuide',
  room: 'inquiry',
  shape: interviewGuideShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  guarded: [
    'role',
    'lineId',
    'version',
    'madeFrom',
    'title',
    'minutes',
    'opening',
    'does',
    'donts',
    'harm',
    'parts',
    'closing',
    'madeById',
    'state',
  ],
  references: { madeById: 'staff' },
  columns: ['role', 'lineId', 'state'],
  verbs: {
    retire: defineVerb({
      of: interviewGuideShape,
      input: z.strictObject({}),
      run: ({ state }) =>
        state === 'retired'
          ? refuse('GuideRetired')
          : done<Partial<InterviewGuide>>({ state: 'retired' }),
    }),
    restore: defineVerb({
      of: interviewGuideShape,
      input: z.strictObject({}),
      run: () => done<Partial<InterviewGuide>>({ state: 'active' }),
    }),
  },
  rule: (after) => refuseGuide(after),
})

/** A guide can be read in one language at least, says what to do when harm comes to light, and its questions have names of their own. */
function refuseGuide(guide: InterviewGuide): Refusal | null {
  const isEmpty = (one: { readonly 'zh-CN': string; readonly en: string }) =>
    one['zh-CN'].trim() === '' && one.en.trim() === ''
  if (isEmpty(guide.title)) return refusal('GuideNeedsTitle')
  if (guide.harm['zh-CN'].length + guide.harm.en.length === 0) return refusal('GuideNeedsHarm')
  const asked = guide.parts.flatMap((part) =>
    part.questions.map((question) => ({ key: `${part.id}-${question.id}`, ask: question.ask })),
  )
  if (asked.some(({ ask }) => isEmpty(ask))) return refusal('GuideNeedsQuestions')
  return new Set(asked.map(({ key }) => key)).size === asked.length
    ? null
    : refusal('GuideNamesTwice')
}

/** As it is read while talking: where a language says nothing, the other one stands in. */
export function guideOfRecord(record: InterviewGuideEntry): Guide {
  return {
    code: record.id,
    version: String(record.version),
    role: record.role,
    title: both(record.title),
    minutes: record.minutes,
    opening: both(record.opening),
    does: bothLists(record.does),
    donts: bothLists(record.donts),
    harm: bothLists(record.harm),
    parts: record.parts.map((part) => ({
      id: part.id,
      title: both(part.title),
      serves: both(part.serves),
      questions: part.questions.map(({ id, ask, probes }) => ({
        id,
        ask: both(ask),
        ...(probes['zh-CN'].length + probes.en.length === 0 ? {} : { probes: bothLists(probes) }),
      })),
    })),
    closing: both(record.closing),
  }
}

function both(one: InterviewGuide['title']): InterviewGuide['title'] {
  return { 'zh-CN': one['zh-CN'] || one.en, en: one.en || one['zh-CN'] }
}

function bothLists(one: InterviewGuide['does']): InterviewGuide['does'] {
  return {
    'zh-CN': one['zh-CN'].length > 0 ? one['zh-CN'] : one.en,
    en: one.en.length > 0 ? one.en : one['zh-CN'],
  }
}

export type GuideContent = Omit<InterviewGuide, 'lineId' | 'version' | 'madeById' | 'state'>

/** A guide that came along as the beginning of an own one. */
export function contentOfGuide(guide: Guide): GuideContent {
  return {
    role: guide.role,
    madeFrom: `${guide.code} ${guide.version}`,
    title: guide.title,
    minutes: guide.minutes,
    opening: guide.opening,
    does: guide.does,
    donts: guide.donts,
    harm: guide.harm,
    parts: guide.parts.map((part) => ({
      ...part,
      questions: part.questions.map(({ id, ask, probes }) => ({
        id,
        ask,
        probes: probes ?? { 'zh-CN': [], en: [] },
      })),
    })),
    closing: guide.closing,
  }
}

/** The newest version of each of the agency's guides that is in use, by title. */
export function newestGuides(all: readonly InterviewGuideEntry[]): readonly InterviewGuideEntry[] {
  const byLine = new Map<string, InterviewGuideEntry>()
  for (const one of all) {
    const known = byLine.get(one.lineId)
    if (known === undefined || one.version > known.version) byLine.set(one.lineId, one)
  }
  // A line whose newest version is retired is out of use; an older version does not come back by it.
  const inUse = [...byLine.values()].filter(({ state }) => state === 'active')
  return inUse.sort((left, right) => (left.id < right.id ? -1 : 1))
}

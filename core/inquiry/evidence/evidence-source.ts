import { z } from 'zod'
import { done, refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'
import type { Words } from '../words.ts'
import { isSoundEffect, sourceFactsShape } from './source-facts.ts'

const evidenceSourceShape = sourceFactsShape.extend({
  /** The agency's own notes; not printed. */
  notes: z.string().max(4000).default(''),
  state: z.enum(['active', 'archived']).default('active'),
})
export type EvidenceSource = z.infer<typeof evidenceSourceShape>

/** A source that the agency has added to the evidence library. Those that come along are content, not records. What plans have cited is archived, never removed. */
export const evidenceSource = defineKind({
  name: 'evidenceSource',
  room: 'inquiry',
  shape: evidenceSourceShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  sealed: ['notes'],
  sets: ['targets'],
  bound: [['certainty', 'certaintyReason']],
  guarded: ['state'],
  columns: ['state'],
  verbs: {
    archive: defineVerb({
      of: evidenceSourceShape,
      input: z.strictObject({}),
      run: ({ state }) =>
        state === 'archived'
          ? refuse('SourceArchived')
          : done<Partial<EvidenceSource>>({ state: 'archived' }),
    }),
    restore: defineVerb({
      of: evidenceSourceShape,
      input: z.strictObject({}),
      run: () => done<Partial<EvidenceSource>>({ state: 'active' }),
    }),
  },
  rule: (after) => {
    if (after.title.trim() === '') return refusal('SourceNeedsTitle')
    if (isEmpty(after.shows)) return refusal('SourceNeedsFinding')
    if (isEmpty(after.limits)) return refusal('SourceNeedsLimits')
    return after.effects.every(isSoundEffect) ? null : refusal('EffectOutsideInterval')
  },
})

function isEmpty(words: Words): boolean {
  return words['zh-CN'].trim() === '' && words.en.trim() === ''
}

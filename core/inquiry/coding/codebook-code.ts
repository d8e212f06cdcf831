import { z } from 'zod'
import { done, refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'

export const colourShape = z.string().regex(/^#[0-9a-fA-F]{6}$/)

const codebookCodeShape = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** The code that it stands under; null for a head of the codebook. */
  parentId: z.uuid().nullable().default(null),
  colour: colourShape.default('#9A7B4F'),
  /** What it means; when it is used and when another one. */
  definition: z.string().max(4000).default(''),
  whenToUse: z.string().max(2000).default(''),
  whenNotToUse: z.string().max(2000).default(''),
  /** False for a heading under which codes are gathered. */
  codable: z.boolean().default(true),
  /** Its place among its siblings; equal places are ordered by name. */
  place: z.number().int().min(0).max(100_000).default(0),
  state: z.enum(['active', 'retired']).default('active'),
  /** What another program calls it (REFI-QDA); empty when it is known here only. */
  guid: z.string().max(60).default(''),
})
export type CodebookCode = z.infer<typeof codebookCodeShape>
export type CodebookCodeEntry = CodebookCode & { readonly id: string }

/** One code of the agency's codebook. A code that has been used is retired, never removed: what was marked with it keeps its meaning. */
export const codebookCode = defineKind({
  name: 'codebookCode',
  room: 'inquiry',
  shape: codebookCodeShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  guarded: ['state'],
  references: { parentId: 'codebookCode' },
  columns: ['parentId', 'state'],
  verbs: {
    retire: defineVerb({
      of: codebookCodeShape,
      input: z.strictObject({}),
      run: ({ state }) =>
        state === 'retired'
          ? refuse('CodeRetired')
          : done<Partial<CodebookCode>>({ state: 'retired' }),
    }),
    restore: defineVerb({
      of: codebookCodeShape,
      input: z.strictObject({}),
      run: () => done<Partial<CodebookCode>>({ state: 'active' }),
    }),
  },
  ruleNeeds: ({ parentId }) =>
    parentId === null ? [] : [{ kind: 'codebookCode', where: { id: parentId } }],
  rule: (after) => (after.name.trim() === '' ? refusal('CodeNeedsName') : null),
})

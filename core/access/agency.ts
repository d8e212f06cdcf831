import { z } from 'zod'
import { defineKind } from '../sync/kind.ts'

const agencyShape = z.strictObject({
  name: z.string().min(1).max(120),
  county: z.string().max(120).default(''),
  /** The named person in charge of children's data; part of first-run set-up (P03). */
  dataGuardian: z.string().max(80).default(''),
  /** Fictional people only: every page says so, and nothing here is a record of a child. */
  sample: z.boolean().default(false),
  /** Years after the last service during which files are kept, as the agency has published it; the notice refers to it. */
  retentionYears: z.number().int().min(1).max(30).nullable().default(null),
  languages: z.array(z.string().max(20)).default(['zh-CN', 'en']),
})
export type Agency = z.infer<typeof agencyShape>

/** The agency itself; its record id is the agency id. */
export const agency = defineKind({
  name: 'agency',
  room: 'access',
  shape: agencyShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  guarded: ['sample'],
})

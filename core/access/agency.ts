import { z } from 'zod'
import { defineKind } from '../sync/kind.ts'
import { retentionClasses } from './retention-classes.ts'

const agencyShape = z.strictObject({
  name: z.string().min(1).max(120),
  county: z.string().max(120).default(''),
  /** Stand on whatever leaves the house, so that whoever holds it can ask back. */
  phone: z.string().max(80).default(''),
  address: z.string().max(200).default(''),
  /** The named person in charge of children's data; part of first-run set-up (P03). */
  dataGuardian: z.string().max(80).default(''),
  /** Where to complain, in words and with a telephone; at the foot of every family page. */
  complaintsTo: z.string().max(200).default(''),
  /** Fictional people only: every page says so, and nothing here is a record of a child. */
  sample: z.boolean().default(false),
  /** Years after the last service during which files are kept, as the agency has published it; the notice refers to it. */
  retentionYears: z.number().int().min(1).max(30).nullable().default(null),
  /** Whether a file's years count from the 18th birthday of its youngest child where that comes after the last service (P11). */
  retentionFromGrown: z.boolean().default(false),
  /** Working days within which a request about a person's data is answered; null: nobody has set it, and a proposal is shown. */
  rightsDays: z.number().int().min(1).max(60).nullable().default(null),
  /** How long a record check holds; the law says yearly (LPM 62), an agency may ask more often. */
  clearanceMonths: z.number().int().min(1).max(12).default(12),
  /** Whether whoever's check has lapsed is only reminded, or sees no child's records until it is renewed (P16). */
  lapsedClearance: z.enum(['reminded', 'suspended']).default('reminded'),
  /** Years per class of records, each confirmed by a person: what is not in it has no period (P11). */
  retentionSchedule: z
    .partialRecord(z.enum(retentionClasses), z.number().int().min(1).max(100))
    .default({}),
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
  maps: ['retentionSchedule'],
  guarded: ['sample'],
})

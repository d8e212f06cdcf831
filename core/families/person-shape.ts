import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { readerOf } from '../sync/kind.ts'

export const personRoles = ['child', 'parent', 'grandparent', 'relative', 'other'] as const
export const sexes = ['female', 'male', 'unknown'] as const
export const healths = ['notAsked', 'healthy', 'disabled', 'ill'] as const
export const schoolings = [
  'notAsked',
  'notEnrolled',
  'kindergarten',
  'primary',
  'junior',
  'senior',
  'vocational',
  'droppedOut',
  'outOfSchool',
] as const
export const literacies = ['notAsked', 'reads', 'withHelp', 'no'] as const
export const phoneKinds = ['notAsked', 'none', 'featurePhone', 'smartphone', 'shared'] as const
export const guardianCapacities = ['notAsked', 'capable', 'incapable'] as const

export const personShape = z.strictObject({
  familyId: z.uuid(),
  name: z.string().min(1).max(80),
  role: z.enum(personRoles),
  sex: z.enum(sexes).default('unknown'),
  bornOn: dayShape.nullable().default(null),
  phone: z.string().max(40).default(''),
  email: z.string().max(120).default(''),
  /** Sleeps in this household now; null where nobody has said it: a register names people without their whereabouts. */
  livesHere: z.boolean().nullable().default(true),
  alive: z.boolean().default(true),
  /** Children who looked like this one, and somebody has found that they are others (FAM-31). */
  notSameAs: z.array(z.uuid()).max(100).default([]),

  // From here on: what form-F1 asks beyond contact data. Empty until a guardian has consented (FAM-4).
  ethnicity: z.string().max(40).default(''),
  ruralHukou: z.boolean().nullable().default(null),
  hukouPlace: z.string().max(80).default(''),
  health: z.enum(healths).default('notAsked'),
  healthNote: z.string().max(400).default(''),
  schooling: z.enum(schoolings).default('notAsked'),
  school: z.string().max(80).default(''),
  grade: z.string().max(20).default(''),
  boarding: z.boolean().nullable().default(null),
  literacy: z.enum(literacies).default('notAsked'),
  dialect: z.string().max(40).default(''),
  phoneKind: z.enum(phoneKinds).default('notAsked'),
  /** Whether this adult is able to look after a child; the civil-affairs definition of left-behind asks it. */
  guardianCapacity: z.enum(guardianCapacities).default('notAsked'),
  notes: z.string().max(4000).default(''),
})
export type Person = z.infer<typeof personShape>

/** Reads people for rules that the person's own kind rests on. */
export const peopleReader = readerOf('person', personShape)

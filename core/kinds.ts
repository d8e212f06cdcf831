// Every record kind, once. Sync, store, policy matrix and export follow from this list.
import { accessKinds } from './access/index.ts'
import { assessmentKinds } from './assessment/index.ts'
import { caseworkKinds } from './casework/index.ts'
import { contactKinds } from './contact/index.ts'
import { evaluationKinds } from './evaluation/index.ts'
import { familiesKinds } from './families/index.ts'
import { groupworkKinds } from './groupwork/index.ts'
import { inquiryKinds } from './inquiry/index.ts'
import { paperworkKinds } from './paperwork/index.ts'
import { safetyKinds } from './safety/index.ts'
import type { Kind } from './sync/kind.ts'

export const allKinds: readonly Kind[] = [
  ...accessKinds,
  ...familiesKinds,
  ...inquiryKinds,
  ...contactKinds,
  ...assessmentKinds,
  ...groupworkKinds,
  ...caseworkKinds,
  ...evaluationKinds,
  ...paperworkKinds,
  ...safetyKinds,
]

const byName = new Map(allKinds.map((kind) => [kind.name, kind]))

export function kindByName(name: string): Kind | null {
  return byName.get(name) ?? null
}

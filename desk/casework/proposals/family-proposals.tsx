import { CaseProposals } from './case-proposals.tsx'
import { useCaseProposals } from './use-case-proposals.ts'

/** The proposals for one family, as its file shows them. */
export function FamilyProposals({ familyId }: { readonly familyId: string }) {
  return <CaseProposals proposals={useCaseProposals(familyId)} />
}

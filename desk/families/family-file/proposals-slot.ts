import { type ComponentType, createContext, useContext } from 'react'

type FamilyProposals = ComponentType<{ readonly familyId: string }>

/** Cases that are proposed for a family: handed in by the shell from the casework room, so that there is one way of showing them. */
const slot = createContext<FamilyProposals | null>(null)

export const ProposalsSlot = slot.Provider

export function useFamilyProposals(): FamilyProposals | null {
  return useContext(slot)
}

import { type ComponentType, createContext, useContext } from 'react'
import type { Finding } from '../../core/evaluation/findings/finding.ts'

type FindingComponent = ComponentType<{ readonly finding: Finding }>

/** How a finding is shown: handed in by the shell from the evaluation room, so that there is one way of showing it. */
const slot = createContext<FindingComponent | null>(null)

export const FindingSlot = slot.Provider

export function useFindingView(): FindingComponent | null {
  return useContext(slot)
}

import { useRef, useState } from 'react'
import type { PlannedSheet } from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import {
  bundleSheets,
  draftKnownSheet,
  draftSurveySheet,
} from '../../../core/inquiry/answer-import/draft-sheets.ts'
import type { Refusal } from '../../../core/kit/outcome.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { currentLanguage } from '../../kit/index.ts'
import { useAct } from '../../sync/index.ts'
import type { KnownWorld } from './use-import-world.ts'

/** Small enough that the screen breathes between two, large enough that thousands are soon done. */
const draftsPerBundle = 100

export interface SheetWriting {
  readonly state: 'before' | 'writing' | 'done' | 'stopped'
  readonly written: number
  readonly all: number
  /** Sheets that the rules refused, each with its row in the file. */
  readonly refused: readonly { readonly row: number; readonly refusal: Refusal }[]
  readonly trouble: unknown
  readonly write: (sheets: readonly PlannedSheet[]) => void
  readonly stop: () => void
}

interface Unit {
  readonly row: number
  readonly drafts: readonly Draft[]
}

const before = { state: 'before', written: 0, all: 0, refused: [], trouble: null } as const

/** Writes what was agreed, bundle by bundle. A sheet that the rules refuse is named and does not stop the others. */
export function useWriteSheets(world: KnownWorld | null): SheetWriting {
  const act = useAct()
  const stopped = useRef(false)
  const [shown, setShown] = useState<Omit<SheetWriting, 'write' | 'stop'>>(before)
  const unitOf = (sheet: PlannedSheet): Unit => ({
    row: sheet.row,
    drafts:
      world === null
        ? []
        : world.wave.subject === 'codes'
          ? draftSurveySheet(sheet, world.instrument.id)
          : draftKnownSheet(sheet, world.expected, currentLanguage()),
  })
  const run = async (sheets: readonly PlannedSheet[]) => {
    stopped.current = false
    let written = 0
    const refused: { row: number; refusal: Refusal }[] = []
    const show = (state: SheetWriting['state'], trouble: unknown = null) =>
      setShown({ state, written, all: sheets.length, refused: [...refused], trouble })
    const keep = async (units: readonly Unit[]): Promise<void> => {
      const outcome = await act(units.flatMap(({ drafts }) => drafts))
      if (outcome.ok) written += units.length
      else if (units.length === 1)
        refused.push(...units.map(({ row }) => ({ row, refusal: outcome.refusal })))
      else for (const unit of units) await keep([unit])
    }
    show('writing')
    try {
      for (const units of unitsIn(sheets.map(unitOf))) {
        if (stopped.current) return show('stopped')
        await keep(units)
        show('writing')
        await breathe()
      }
      show('done')
    } catch (trouble) {
      show('stopped', trouble)
    }
  }
  return {
    ...shown,
    write: (sheets) => void run(sheets),
    stop: () => {
      stopped.current = true
    },
  }
}

function unitsIn(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const bundles = bundleSheets(
    units.map(({ drafts }) => drafts),
    draftsPerBundle,
  )
  let at = 0
  const filled = units.filter(({ drafts }) => drafts.length > 0)
  return bundles.map((bundle) => {
    const from = at
    let count = 0
    while (count < bundle.length) {
      count += filled[at]?.drafts.length ?? bundle.length
      at += 1
    }
    return filled.slice(from, at)
  })
}

/** Lets the browser draw and answer a finger. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { Month } from '../../../core/evaluation/station-month/month-of-year.ts'
import {
  type StationMonth,
  stationMonthShape,
} from '../../../core/evaluation/station-month/station-month.ts'
import { useDoing } from '../../kit/index.ts'
import { callServer, useKeptDraft, useOnline, useToday } from '../../sync/index.ts'

const keptShape = z.object({ countedOn: z.string(), figures: stationMonthShape })
type Kept = z.infer<typeof keptShape>

/** Counted by the server; the last month that was counted stays on this device with its day, for days without network. */
export function useStationMonth(month: Month) {
  const online = useOnline()
  const today = useToday()
  const doing = useDoing()
  const [read, setRead] = useState<StationMonth | null>(null)
  const { value: kept, change: keep } = useKeptDraft<Kept | null>('stationMonth', null, (found) => {
    const parsed = keptShape.safeParse(found)
    return parsed.success ? parsed.data : null
  })
  const { run } = doing
  useEffect(() => {
    if (!online) return
    run(() => callServer('/api/station-month', { month }, stationMonthShape))
      .then((figures) => {
        setRead(figures)
        if (figures !== null) keep({ countedOn: today, figures })
      })
      .catch(reportError)
  }, [month, online, run, keep, today])
  const own = read?.month === month ? read : null
  const older = !online && own === null && kept?.figures.month === month ? kept : null
  return {
    figures: own ?? older?.figures ?? null,
    /** Set where the figures stand here from an earlier day. */
    countedOn: older?.countedOn ?? null,
    online,
    doing,
  }
}

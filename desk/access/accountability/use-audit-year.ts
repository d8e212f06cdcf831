import { useEffect, useState } from 'react'
import {
  type MinorsAudit,
  minorsAuditShape,
} from '../../../core/evaluation/minors-audit/minors-audit.ts'
import { useDoing } from '../../kit/index.ts'
import { callServer, useOnline } from '../../sync/index.ts'

/** Counted by the server over the whole agency, anew each time it is asked for. */
export function useAuditYear(year: number) {
  const online = useOnline()
  const doing = useDoing()
  const { run } = doing
  const [found, setFound] = useState<MinorsAudit | null>(null)
  useEffect(() => {
    if (!online) return
    run(() => callServer('/api/minors-audit', { year }, minorsAuditShape))
      .then(setFound)
      .catch(reportError)
  }, [year, online, run])
  return { figures: found?.year === year ? found : null, online, doing }
}

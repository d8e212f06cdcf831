import { useEffect, useState } from 'react'
import { actionPolicy, type Action } from '../../../core/access/policy.ts'
import {
  type RetentionOverview,
  retentionOverviewShape,
} from '../../../core/evaluation/retention-overview.ts'
import { useDoing } from '../../kit/index.ts'
import { callServer, useActor } from '../../sync/index.ts'

/** Whether one of this person's roles may do it, wherever. */
export function useMayAnywhere(action: Action): boolean {
  const { roles } = useActor()
  return actionPolicy[action].some(
    ({ near, roles: granted }) => near === 'any' && granted.some((role) => roles.includes(role)),
  )
}

/** What the server shows to whoever answers for retention, also without a right to open files; null until it is there. */
export function useOverview(): {
  readonly overview: RetentionOverview | null
  readonly doing: ReturnType<typeof useDoing>
  readonly askAgain: () => void
} {
  const may = useMayAnywhere('manageRetention')
  const doing = useDoing()
  const [overview, setOverview] = useState<RetentionOverview | null>(null)
  const { run } = doing
  const [times, setTimes] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with every time
  useEffect(() => {
    if (may)
      run(() => callServer('/api/retention', {}, retentionOverviewShape))
        .then(setOverview)
        .catch(reportError)
  }, [may, run, times])
  return { overview, doing, askAgain: () => setTimes((count) => count + 1) }
}

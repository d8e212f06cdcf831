import { useState } from 'react'
import { Link } from 'react-router'
import { RenewSession } from '../access/renew-session.tsx'
import { Icon, type IconName } from '../kit/icon.tsx'
import { text } from '../kit/text.ts'
import { useConflicts } from '../sync/conflicts.ts'
import { useCourier, useFeed, useOnline, useOutbox } from '../sync/use-state-of-desk.ts'
import { useWaitingFiles } from '../sync/use-waiting-files.ts'
import styles from './sync-line.module.css'

interface Line {
  readonly icon: IconName
  readonly words: string
  readonly urgent: boolean
}

/** On every screen: what is only on this device, and whether the server can be reached. Never "all sent" while anything waits. */
export function SyncLine() {
  const [renewing, setRenewing] = useState(false)
  const { ended } = useCourier()
  const files = useWaitingFiles()
  const filesRefused = files.filter(({ refusal }) => refusal !== null).length
  const line = useLine(files.length - filesRefused)
  const refused = useOutbox().refused.length + filesRefused
  const { missing } = useFeed()
  const conflicts = useConflicts()
  const marks = [
    refused > 0 ? text('sync:line.refused', { count: refused }) : null,
    conflicts.length > 0 ? text('sync:line.conflicts', { count: conflicts.length }) : null,
    missing.length > 0 ? text('sync:line.missing') : null,
  ].filter((mark) => mark !== null)
  return (
    <div className={styles.line}>
      {ended ? (
        <button type="button" className={styles.urgent} onClick={() => setRenewing(true)}>
          <Icon name="lock" size={18} />
          <span>{line.words}</span>
        </button>
      ) : (
        <Link
          to="/device"
          className={line.urgent ? styles.urgent : styles.calm}
          aria-label={`${text('sync:line.label')}: ${[line.words, ...marks].join(' · ')}`}
        >
          <Icon name={line.icon} size={18} />
          <span>{line.words}</span>
        </Link>
      )}
      {marks.length > 0 && (
        <Link to="/device" className={styles.marks}>
          <Icon name="warning" size={18} />
          <span>{marks.join(' · ')}</span>
        </Link>
      )}
      {renewing && <RenewSession onClose={() => setRenewing(false)} />}
    </div>
  )
}

function useLine(filesWaiting: number): Line {
  const { phase, ended, received } = useCourier()
  const { pending } = useOutbox()
  const feed = useFeed()
  const online = useOnline()
  const count = pending.length + filesWaiting
  if (ended) {
    const words = count > 0 ? text('sync:line.endedPending', { count }) : text('sync:line.ended')
    return { icon: 'lock', urgent: true, words }
  }
  if (!online) {
    const words =
      count > 0 ? text('sync:line.offlinePending', { count }) : text('sync:line.offline')
    return { icon: 'offline', urgent: count > 0, words }
  }
  if (!feed.complete) {
    return { icon: 'waiting', urgent: false, words: text('sync:line.first', { count: received }) }
  }
  if (count > 0) {
    return { icon: 'device', urgent: true, words: text('sync:line.pending', { count }) }
  }
  if (phase === 'sending' && received > 0) {
    return {
      icon: 'waiting',
      urgent: false,
      words: text('sync:line.receiving', { count: received }),
    }
  }
  return { icon: 'check', urgent: false, words: text('sync:line.allSent') }
}

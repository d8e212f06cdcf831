import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { staff } from '../../../core/access/staff.ts'
import type { PairProfile } from '../../../core/assessment/profile/profile-shape.ts'
import type { SuggestionReason } from '../../../core/assessment/profile/suggest-targets.ts'
import {
  keysOfReasons,
  weighSuggestion,
} from '../../../core/assessment/profile/weigh-suggestion.ts'
import { DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { useActor, useRecord, useToday } from '../../sync/index.ts'
import { writeReason } from './profile-words.ts'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** A lead from the records: which record, which number. A person takes it or declines it, and says why. */
export function SuggestionNote({
  inHand,
  suggestionKey,
  name,
  reasons,
  onAccept = () => ({}),
}: {
  readonly inHand: ProfileInHand
  readonly suggestionKey: string
  /** What is suggested, for buttons that are read aloud. */
  readonly name: string
  readonly reasons: readonly SuggestionReason[]
  /** What else taking it writes. */
  readonly onAccept?: (present: PairProfile) => Partial<PairProfile>
}) {
  const { profile, evidence, writable, write } = inHand
  const doing = useDoing()
  const actor = useActor()
  const today = useToday()
  const [declining, setDeclining] = useState(false)
  const decision = profile.suggestions[suggestionKey]
  const state = weighSuggestion(reasons, decision, evidence.today)
  if (reasons.length === 0 && decision === undefined) return null
  const decide = async (kind: 'accepted' | 'declined', reason: string) => {
    const made = { decision: kind, reason, byId: actor.staffId, on: today }
    const kept = await doing.run(() =>
      write((present) => ({
        ...(kind === 'accepted' ? onAccept(present) : {}),
        suggestions: {
          ...present.suggestions,
          [suggestionKey]: { ...made, basis: keysOfReasons(reasons) },
        },
      })),
    )
    if (kept !== null) setDeclining(false)
  }
  return (
    <div className={styles.lead}>
      <b>{text(`assessment:profile.lead.${state}`)}</b>
      {decision !== undefined && <Decided decision={decision} />}
      {state !== 'declined' && reasons.length > 0 && (
        <ul className={styles.plain}>
          {[...new Set(reasons.map(writeReason))].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {writable && (state === 'open' || state === 'again') && !declining && (
        <Group gap="xs">
          <Button
            size="compact-md"
            variant="default"
            loading={doing.busy}
            aria-label={text('assessment:profile.lead.acceptNamed', { name })}
            onClick={() => void decide('accepted', '')}
          >
            {text('assessment:profile.lead.accept')}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            aria-label={text('assessment:profile.lead.declineNamed', { name })}
            onClick={() => setDeclining(true)}
          >
            {text('assessment:profile.lead.decline')}
          </Button>
        </Group>
      )}
      {declining && (
        <DeclineForm
          busy={doing.busy}
          onDecline={(reason) => void decide('declined', reason)}
          onClose={() => setDeclining(false)}
        />
      )}
      <DoingNote doing={doing} />
    </div>
  )
}

function Decided({
  decision: { decision, reason, byId, on },
}: {
  readonly decision: PairProfile['suggestions'][string]
}) {
  const by = useRecord(staff, byId)
  const day = formatDay(on)
  return (
    <p className={styles.fine}>
      {text(`assessment:profile.lead.by.${decision}`, { name: by?.name ?? '', day })}
      {reason}
    </p>
  )
}

function DeclineForm({
  busy,
  onDecline,
  onClose,
}: {
  readonly busy: boolean
  readonly onDecline: (reason: string) => void
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  return (
    <>
      <TextInput
        label={text('assessment:profile.lead.why')}
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Group gap="xs">
        <Button size="compact-md" loading={busy} onClick={() => onDecline(reason.trim())}>
          {text('assessment:profile.lead.decline')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          {text('kit:cancel')}
        </Button>
      </Group>
    </>
  )
}

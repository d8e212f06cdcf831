import { Button, Group, Textarea } from '@mantine/core'
import { keyOfEvidence } from '../../../core/assessment/profile/evidence-item.ts'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import { listUnreasoned } from '../../../core/assessment/profile/profile-rules.ts'
import type { PairProfile } from '../../../core/assessment/profile/profile-shape.ts'
import { freezeEvidence } from '../../../core/assessment/profile/settled-evidence.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import {
  announce,
  ConfirmButton,
  DoingNote,
  formatDay,
  formatList,
  Section,
  text,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay, useOpenWords } from '../../sync/index.ts'
import { nameTarget } from './profile-words.ts'
import styles from './profile.module.css'
import type { ProfileInHand } from './use-profile.ts'

/** Settling keeps what it was settled on; the last version can be opened again, with the reason. */
export function SettleSection({ inHand }: { readonly inHand: ProfileInHand }) {
  const { record, profile, versions } = inHand
  if (record === null) return null
  const isLast = versions.at(-1)?.id === record.id
  return (
    <Section title={text(`assessment:profile.settleTitle.${profile.state}`)}>
      {profile.reopened.length > 0 && (
        <ul className={styles.plain}>
          {profile.reopened.map(({ on, reason }) => (
            <li key={`${on} ${reason}`}>
              {text('assessment:profile.reopenedOn', { day: formatDay(on), reason })}
            </li>
          ))}
        </ul>
      )}
      {profile.state === 'draft' ? (
        <Settle inHand={inHand} />
      ) : (
        <>
          <p className={styles.fine}>{text('assessment:profile.settledMeans')}</p>
          {isLast && <Reopen inHand={inHand} />}
        </>
      )}
    </Section>
  )
}

function Settle({ inHand }: { readonly inHand: ProfileInHand }) {
  const act = useAct()
  const doing = useDoing()
  const { profile, live, pair } = inHand
  const may = useMay('pairProfile', 'settle', `family:${pair.familyId}`, profile.id)
  const open = listOpenEnds(profile)
  const settle = async () => {
    const linked = new Set(
      Object.values(profile.links).map(({ evidence }) => keyOfEvidence(evidence)),
    )
    const evidence = fieldsAsJson(freezeEvidence(live, linked))
    const draft = { kind: pairProfile, recordId: profile.id, verb: 'settle', fields: {} }
    const made = await doing.run(() => act({ ...draft, input: { evidence } }))
    if (made !== null) announce({ words: text('assessment:profile.settledNow') })
  }
  return (
    <>
      <p className={styles.fine}>{text('assessment:profile.settleHint')}</p>
      {open.length > 0 && (
        <ul className={styles.plain}>
          {open.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {may && (
        <Group>
          <ConfirmButton
            variant="filled"
            loading={doing.busy}
            disabled={open.length > 0}
            question={text('assessment:profile.settleQuestion')}
            confirmLabel={text('assessment:profile.settle')}
            onConfirm={() => void settle()}
          >
            {text('assessment:profile.settle')}
          </ConfirmButton>
        </Group>
      )}
      <DoingNote doing={doing} />
    </>
  )
}

/** What is still to be done before it can be settled. */
function listOpenEnds(profile: PairProfile): readonly string[] {
  const unreasoned = listUnreasoned(profile).map(nameTarget)
  return [
    ...(Object.keys(profile.judgements).length === 0
      ? [text('assessment:profile.open.judgement')]
      : []),
    ...(unreasoned.length > 0
      ? [text('assessment:profile.open.reasons', { targets: formatList(unreasoned) })]
      : []),
    ...(profile.risk === null ? [text('assessment:profile.open.risk')] : []),
  ]
}

function Reopen({ inHand }: { readonly inHand: ProfileInHand }) {
  const act = useAct()
  const doing = useDoing()
  const { profile, pair } = inHand
  const [reason, setReason] = useOpenWords(`pairProfile:${profile.id}:reopen`)
  const may = useMay('pairProfile', 'reopen', `family:${pair.familyId}`, profile.id)
  if (!may) return null
  const reopen = async () => {
    const input = { reason: (reason ?? '').trim() }
    const draft = { kind: pairProfile, recordId: profile.id, verb: 'reopen', fields: {} }
    if ((await doing.run(() => act({ ...draft, input }))) !== null) setReason(null)
  }
  if (reason === null)
    return (
      <Group>
        <Button variant="default" onClick={() => setReason('')}>
          {text('assessment:profile.reopen')}
        </Button>
      </Group>
    )
  return (
    <>
      <Textarea
        label={text('assessment:profile.reopenWhy')}
        autosize
        maxLength={1000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Group gap="xs">
        <Button loading={doing.busy} disabled={reason.trim() === ''} onClick={() => void reopen()}>
          {text('assessment:profile.reopen')}
        </Button>
        <Button variant="default" onClick={() => setReason(null)}>
          {text('kit:cancel')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { staff } from '../../../core/access/staff.ts'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import {
  beginNextProfile,
  type PairProfile,
  pairProfileId,
} from '../../../core/assessment/profile/profile-shape.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { useAct, useMay, useRecord, useToday } from '../../sync/index.ts'
import type { ProfileInHand } from './use-profile.ts'

/** Which version is shown, in which state it is, and what it may be compared with. */
export function ProfileVersions({ inHand }: { readonly inHand: ProfileInHand }) {
  const [search, setSearch] = useSearchParams()
  const { versions, record, profile } = inHand
  const by = useRecord(staff, profile.settledById ?? '')
  const set = (name: 'version' | 'compare', value: string | null): void => {
    const next = new URLSearchParams(search)
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
    if (name === 'version') next.delete('compare')
    setSearch(next, { replace: true })
  }
  const earlier = versions.filter(({ no }) => no < profile.no)
  return (
    <>
      <Text>
        {record === null
          ? text(`assessment:profile.${inHand.writable ? 'notBegun' : 'nothingWritten'}`)
          : text(`assessment:profile.stateLine.${profile.state}`, {
              no: profile.no,
              begun: formatDay(profile.begunOn),
              day: formatDay(profile.settledOn),
              name: by?.name ?? '',
            })}
      </Text>
      <Group align="flex-end" gap="sm">
        {versions.length > 1 && (
          <NativeSelect
            label={text('assessment:profile.version')}
            data={versions.map((one) => ({ value: one.id, label: nameVersion(one) })).toReversed()}
            value={profile.id}
            onChange={({ currentTarget }) => set('version', currentTarget.value)}
          />
        )}
        {earlier.length > 0 && (
          <NativeSelect
            label={text('assessment:profile.compareWith')}
            data={[
              { value: '', label: text('assessment:profile.compareNone') },
              ...earlier.map((one) => ({ value: one.id, label: nameVersion(one) })).toReversed(),
            ]}
            value={search.get('compare') ?? ''}
            onChange={({ currentTarget }) => set('compare', currentTarget.value)}
          />
        )}
        <BeginNext inHand={inHand} onBegun={() => set('version', null)} />
      </Group>
    </>
  )
}

export function nameVersion({ no, state, begunOn, settledOn }: PairProfile): string {
  const day = formatDay(settledOn ?? begunOn)
  return text(`assessment:profile.versionName.${state}`, { no, day })
}

function BeginNext({
  inHand,
  onBegun,
}: {
  readonly inHand: ProfileInHand
  readonly onBegun: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const last = inHand.versions.at(-1)
  const may = useMay('pairProfile', 'create', `family:${inHand.pair.familyId}`)
  if (last === undefined || last.state !== 'settled' || !may) return null
  const begin = async () => {
    const next = beginNextProfile(last, today)
    const recordId = pairProfileId(last.pairId, next.no)
    const made = await doing.run(() =>
      act([
        draftRecord(pairProfile, recordId, next),
        { kind: pairProfile, recordId, verb: 'takeOver', input: {}, fields: {} },
      ]),
    )
    if (made !== null) onBegun()
  }
  return (
    <>
      <Button onClick={() => void begin()} loading={doing.busy}>
        {text('assessment:profile.beginNext')}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}

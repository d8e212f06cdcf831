import { Group, Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { type WayIn, waysInShape } from '../../core/access/way-in.ts'
import { ConfirmButton } from '../kit/confirm-button.tsx'
import { useDoing } from '../kit/doing.ts'
import { formatTime } from '../kit/format.ts'
import { DoingNote, Loading } from '../kit/notes.tsx'
import { announce } from '../kit/notices.tsx'
import { Section } from '../kit/section.tsx'
import { text } from '../kit/text.ts'
import { useOpenDesk } from '../sync/desk-context.ts'
import { callServer } from '../sync/server.ts'
import { nothingShape } from '../sync/server-shapes.ts'
import styles from './devices.module.css'

/** Where an account is open; null: one's own. */
export function DevicesSection({ staffId }: { readonly staffId: string | null }) {
  const doing = useDoing()
  const { run } = doing
  const { replica } = useOpenDesk()
  const [ways, setWays] = useState<readonly WayIn[] | null>(null)
  const own = staffId === null
  const ask = useCallback(async () => {
    const path = staffId === null ? '/api/devices' : '/api/staff/devices'
    const answer = await run(() =>
      callServer(path, staffId === null ? {} : { staffId }, waysInShape),
    )
    if (answer !== null) setWays(answer.ways)
  }, [run, staffId])
  useEffect(() => {
    ask().catch(reportError)
  }, [ask])
  const end = async (path: string, body: object) => {
    if ((await run(() => callServer(path, body, nothingShape))) === null) return
    announce({ words: text('access:devices.done') })
    await ask()
  }
  const endOne = ({ id }: WayIn) =>
    void (own
      ? end('/api/devices/end', { id })
      : end('/api/staff/devices/end', { staffId: staffId ?? '', id }))
  const latest = (ways ?? [])
    .toSorted((left, right) => (right.lastSeen ?? '').localeCompare(left.lastSeen ?? ''))
    .at(0)?.id
  const others = (ways ?? []).filter(({ here, ended }) => !here && !ended)
  return (
    <Section
      title={text(own ? 'access:devices.title' : 'access:devices.titleOf')}
      hint={text(own ? 'access:devices.hint' : 'access:devices.hintOf')}
    >
      {ways === null && doing.busy && <Loading />}
      <DoingNote doing={doing} />
      {ways !== null && ways.length === 0 && <Text>{text('access:devices.none')}</Text>}
      {ways !== null && ways.length > 0 && (
        <ul className={styles.list}>
          {ways.map((way) => (
            <Way key={way.id} way={way} latest={way.id === latest} onEnd={() => endOne(way)} />
          ))}
        </ul>
      )}
      {own && others.length > 1 && (
        <Group>
          <ConfirmButton
            question={text('access:devices.endOthersQuestion')}
            confirmLabel={text('access:devices.endOthers')}
            onConfirm={() => void end('/api/devices/end-others', { deviceId: replica.deviceId })}
          >
            {text('access:devices.endOthers')}
          </ConfirmButton>
        </Group>
      )}
    </Section>
  )
}

function Way({
  way,
  latest,
  onEnd,
}: {
  readonly way: WayIn
  readonly latest: boolean
  readonly onEnd: () => void
}) {
  const known = [way.browser, way.system].filter((word) => word !== '').join(' · ')
  const state = way.ended
    ? 'access:devices.ended'
    : way.signedIn
      ? 'access:devices.signedIn'
      : 'access:devices.resting'
  return (
    <li className={styles.way}>
      <div>
        <Text fw={600}>
          {known === '' ? text('access:devices.unknown') : known}
          {way.here && ` · ${text('access:devices.here')}`}
          {latest && !way.here && ` · ${text('access:devices.latest')}`}
        </Text>
        <Text size="sm" c="gray.7">
          {text(state)} ·{' '}
          {text('access:devices.seen', {
            first: formatTime(way.firstSeen),
            last: formatTime(way.lastSeen),
          })}
        </Text>
      </div>
      {!way.here && !way.ended && (
        <ConfirmButton
          question={text('access:devices.endQuestion')}
          confirmLabel={text('access:devices.end')}
          onConfirm={onEnd}
        >
          {text('access:devices.end')}
        </ConfirmButton>
      )}
    </li>
  )
}

import { Group, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  type EvidenceItem,
  listEvidenceItems,
  refOfItem,
} from '../../../core/assessment/profile/evidence-item.ts'
import { linkStrengths, type LinkStrength } from '../../../core/assessment/profile/profile-parts.ts'
import { DoingNote, Form, SaveOrCancel, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { useKeptWords } from '../../sync/index.ts'
import { linkTo } from './change-parts.ts'
import { type PartOf, writeItem } from './profile-words.ts'
import type { ProfileInHand } from './use-profile.ts'

const groups = ['score', 'quotation', 'episode', 'log', 'stay'] as const
const note = 'note'

/** Which record shows it and how strongly, or what the worker knows from elsewhere. */
export function LinkForm({
  inHand,
  of,
  to,
  onClose,
}: {
  readonly inHand: ProfileInHand
  readonly of: PartOf
  readonly to: string
  readonly onClose: () => void
}) {
  const doing = useDoing()
  const items = listEvidenceItems(inHand.evidence)
  const [chosen, setChosen] = useState(items[0]?.key ?? note)
  const [strength, setStrength] = useState<LinkStrength>('some')
  const kept = useKeptWords(`pairProfile:${inHand.profile.id}:${of}:${to}`)
  const item = items.find(({ key }) => key === chosen)
  const save = async () => {
    const own = kept.words.trim()
    if (item === undefined && own === '') return
    const ref = item === undefined ? ({ of: 'note', words: own } as const) : refOfItem(item)
    const [key, link] = linkTo(of, to, ref, strength, item === undefined ? '' : own)
    const made = await doing.run(() =>
      inHand.write(({ links }) => ({ links: { ...links, [key]: link } })),
    )
    if (made !== null) await close()
  }
  const close = async () => {
    await kept.clear()
    onClose()
  }
  return (
    <Form onSubmit={() => void save()} label={text('assessment:profile.board.link')}>
      <NativeSelect
        label={text('assessment:profile.board.which')}
        value={chosen}
        data={[
          ...groups.flatMap((group) => optionsOf(group, items)),
          { value: note, label: text('assessment:profile.board.note') },
        ]}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <SegmentedChoice
        label={text('assessment:profile.board.strength')}
        options={linkStrengths.map((value) => ({
          value,
          label: text(`assessment:profile.strength.${value}`),
        }))}
        value={strength}
        onChange={setStrength}
      />
      <Textarea
        label={text(
          item === undefined
            ? 'assessment:profile.board.noteWords'
            : 'assessment:profile.board.why',
        )}
        autosize
        maxLength={1000}
        required={item === undefined}
        value={kept.words}
        onChange={({ currentTarget }) => kept.write(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group gap="xs">
        <SaveOrCancel busy={doing.busy} onCancel={() => void close().catch(reportError)} />
      </Group>
    </Form>
  )
}

function optionsOf(group: (typeof groups)[number], items: readonly EvidenceItem[]) {
  const own = items.filter((one) => one.of === group)
  if (own.length === 0) return []
  const shorten = (words: string): string =>
    words.length <= 60 ? words : `${Array.from(words).slice(0, 60).join('')}…`
  return [
    {
      group: text(`assessment:profile.board.of.${group}`),
      items: own.map((one) => ({ value: one.key, label: shorten(writeItem(one)) })),
    },
  ]
}

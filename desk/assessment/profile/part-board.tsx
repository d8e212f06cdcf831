import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { causeIds, harmIds } from '../../../core/assessment/profile/cause-ids.ts'
import { suggestCauses } from '../../../core/assessment/profile/suggest-causes.ts'
import { DoingNote, Form, Section, text, useDoing } from '../../kit/index.ts'
import { newId } from '../../sync/index.ts'
import { acceptPart, addPart } from './change-parts.ts'
import { PartCard } from './part-card.tsx'
import { namePart, nameStarter, type PartOf } from './profile-words.ts'
import { SuggestionNote } from './suggestion-note.tsx'
import type { ProfileInHand } from './use-profile.ts'

/** Causes, or harms: each with the evidence it is linked to. Without any it is an assumption. */
export function PartBoard({ inHand, of }: { readonly inHand: ProfileInHand; readonly of: PartOf }) {
  const { described } = inHand
  const parts = of === 'cause' ? described.causes : described.harms
  const leads = suggestCauses(inHand.evidence).filter(
    (lead) => lead.of === of && !parts.some(({ id }) => id === lead.id),
  )
  return (
    <Section
      title={text(`assessment:profile.board.${of}`)}
      hint={text(`assessment:profile.board.${of}Hint`)}
    >
      {parts.map((part) => (
        <PartCard key={part.id} inHand={inHand} of={of} part={part} />
      ))}
      {parts.length === 0 && (
        <p style={{ margin: 0 }}>{text(`assessment:profile.board.${of}None`)}</p>
      )}
      {(inHand.writable || parts.length > 0) &&
        leads.map((lead) => (
          <div key={lead.id}>
            <b>{nameStarter(of, lead.id)}</b>
            <SuggestionNote
              inHand={inHand}
              suggestionKey={`${of}:${lead.id}`}
              name={nameStarter(of, lead.id)}
              reasons={lead.reasons}
              onAccept={(present) => acceptPart(present, of, lead)}
            />
          </div>
        ))}
      {inHand.writable && (
        <AddPart
          inHand={inHand}
          of={of}
          known={parts.map(({ id }) => id)}
          names={parts.map((part) => namePart(of, part))}
        />
      )}
    </Section>
  )
}

function AddPart({
  inHand,
  of,
  known,
  names,
}: {
  readonly inHand: ProfileInHand
  readonly of: PartOf
  readonly known: readonly string[]
  readonly names: readonly string[]
}) {
  const doing = useDoing()
  const [words, setWords] = useState('')
  const add = async (key: string, own: string) => {
    const made = await doing.run(() => inHand.write((present) => addPart(present, of, key, own)))
    if (made !== null) setWords('')
  }
  const starters: readonly string[] = of === 'cause' ? causeIds : harmIds
  const addOwn = () => {
    const own = words.trim()
    if (own !== '' && !names.includes(own)) void add(newId(), own)
  }
  return (
    <>
      <Group gap="xs" role="group" aria-label={text(`assessment:profile.board.${of}Add`)}>
        {starters
          .filter((id) => !known.includes(id))
          .map((id) => (
            <Button
              key={id}
              size="compact-md"
              variant="default"
              onClick={() => void add(id, '')}
              styles={{
                root: { height: 'auto', minHeight: '2rem' },
                label: { whiteSpace: 'normal', textAlign: 'start' },
              }}
            >
              + {nameStarter(of, id)}
            </Button>
          ))}
      </Group>
      <Form onSubmit={addOwn} label={text(`assessment:profile.board.${of}Own`)}>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={text(`assessment:profile.board.${of}Own`)}
            maxLength={400}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            style={{ flex: '1 1 12rem' }}
          />
          <Button type="submit" variant="default" loading={doing.busy}>
            {text('kit:add')}
          </Button>
        </Group>
      </Form>
      <DoingNote doing={doing} />
    </>
  )
}

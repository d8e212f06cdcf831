import { Alert, Button, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { consentState, listHeardWords } from '../../../core/families/consent-state.ts'
import {
  type Consent,
  type ConsentPurpose,
  consent,
  consentPurposes,
  isNo,
  mayBeFollowed,
} from '../../../core/families/consent.ts'
import { mayReach } from '../../../core/families/may-reach.ts'
import type { Person } from '../../../core/families/person.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { DoingNote, formatDay, Icon, Section, text, useDoing } from '../../kit/index.ts'
import {
  type LocalRecord,
  useAct,
  useKeptWords,
  useMay,
  useRecords,
  useToday,
} from '../../sync/index.ts'
import { type FamilyFile, nameOf } from '../use-register.ts'

interface Disputed {
  readonly file: FamilyFile
  readonly child: LocalRecord<Person>
}

/** P04: two guardians of different minds. Everybody who works with the family sees it; a supervisor may decide, with a reason. */
export function SettleSection({ file, child }: Disputed) {
  const today = useToday()
  const disputed = consentPurposes.filter(
    (purpose) => consentState(file.consents, child.id, purpose, today).disagreement,
  )
  if (disputed.length === 0) return null
  return (
    <Section title={text('families:settle.title')} hint={text('families:settle.hint')}>
      <Stack gap="sm">
        {disputed.map((purpose) => (
          <OneDispute key={purpose} file={file} child={child} purpose={purpose} />
        ))}
      </Stack>
    </Section>
  )
}

function wordOf({ withdrawnOn, decision }: Consent) {
  return withdrawnOn === null ? decision : 'withdrawn'
}

function OneDispute({ file, child, purpose }: Disputed & { readonly purpose: ConsentPurpose }) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const may = useMay('consent', 'settle', `family:${file.family.id}`)
  const [followed, setFollowed] = useState('')
  const kept = useKeptWords(`consent:${child.id}:${purpose}:settle`)
  const restrictions = useRecords(restrictedParty, { familyId: file.family.id, state: 'standing' })
  const words = listHeardWords(file.consents, child.id, purpose, today)
  const reaches = (one: LocalRecord<Consent>) => mayReach(restrictions, one.givenById, child.id)
  const whyNot = (one: LocalRecord<Consent>) => {
    if (!reaches(one)) return text('families:settle.notHis')
    return mayBeFollowed(one) ? null : text('families:settle.notWider')
  }
  const mayChoose = words.some((one) => whyNot(one) === null)
  const save = async () => {
    const settled = await doing.run(() =>
      act([
        {
          kind: consent,
          recordId: followed,
          verb: 'settle',
          input: {
            reason: kept.words.trim(),
            over: words.map(({ id }) => id).filter((id) => id !== followed),
          },
          fields: {},
        },
      ]),
    )
    if (settled !== null) await kept.clear()
  }
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
      <Text fw={600}>{text(`families:purpose.${purpose}.short`)}</Text>
      {words.map((one) => (
        <Text key={one.id}>
          {nameOf(file, one.givenById)}
          {text('families:labelSeparator')}
          {text(`families:consent.state.${wordOf(one)}`)}
          {' · '}
          {formatDay(one.withdrawnOn ?? one.decidedOn)}
          {!reaches(one) && ` · ${text('families:settle.restricted')}`}
        </Text>
      ))}
      <Text mt={4}>{text('families:settle.narrower')}</Text>
      {may && !mayChoose && <Text>{text('families:settle.setAsideFirst')}</Text>}
      {may && mayChoose && (
        <Stack gap="xs" mt="xs">
          <Radio.Group
            label={text('families:settle.whose')}
            value={followed}
            onChange={setFollowed}
          >
            {words.map((one) => (
              <Radio
                key={one.id}
                my={6}
                value={one.id}
                disabled={whyNot(one) !== null}
                description={whyNot(one)}
                label={text(isNo(one) ? 'families:settle.stay' : 'families:settle.follow', {
                  name: nameOf(file, one.givenById),
                  word: text(`families:consent.state.${wordOf(one)}`),
                })}
              />
            ))}
          </Radio.Group>
          <Textarea
            label={text('families:settle.reason')}
            autosize
            maxLength={1000}
            value={kept.words}
            onChange={(event) => kept.write(event.currentTarget.value)}
          />
          <DoingNote doing={doing} />
          <Button
            disabled={followed === '' || kept.words.trim() === ''}
            loading={doing.busy}
            onClick={() => void save()}
          >
            {text('families:settle.save')}
          </Button>
        </Stack>
      )}
    </Alert>
  )
}

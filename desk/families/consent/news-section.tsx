import { Alert, Button, Group, Text } from '@mantine/core'
import { consentState } from '../../../core/families/consent-state.ts'
import { consent } from '../../../core/families/consent.ts'
import { type ConsentNews, listConsentNews } from '../../../core/families/list-consent-news.ts'
import type { Person } from '../../../core/families/person.ts'
import { DoingNote, formatDay, Icon, Section, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAct, useMay, useToday } from '../../sync/index.ts'
import { type FamilyFile, nameOf } from '../use-register.ts'
import { describeNews } from './describe-news.ts'
import { WhatHappens } from './what-happens.tsx'

interface NewsProps {
  readonly file: FamilyFile
  readonly child: LocalRecord<Person>
}

/** FAM-67: what came by link stays here with what it stopped, until somebody who works with the family has seen it. */
export function NewsSection({ file, child }: NewsProps) {
  const news = listConsentNews(file.consents).filter(({ childId }) => childId === child.id)
  if (news.length === 0) return null
  return (
    <Section title={text('families:news.title')}>
      {news.map((one) => (
        <OneNews key={one.givenById} file={file} news={one} />
      ))}
    </Section>
  )
}

function OneNews({ file, news }: { readonly file: FamilyFile; readonly news: ConsentNews }) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const may = useMay('consent', 'markSeen', `family:${file.family.id}`)
  const stopped = [...news.refused, ...news.withdrawn].filter((purpose) => {
    const { state } = consentState(file.consents, news.childId, purpose, today)
    return state === 'refused' || state === 'withdrawn'
  })
  const seen = () =>
    doing.run(() =>
      act(
        news.ids.map((recordId) => ({
          ...{ kind: consent, recordId, verb: 'markSeen', input: {}, fields: {} },
        })),
      ),
    )
  return (
    <Alert
      color={news.isNo ? 'red' : 'gray'}
      variant="light"
      icon={news.isNo ? <Icon name="warning" /> : undefined}
    >
      <Text fw={600}>
        {text('families:news.line', { name: nameOf(file, news.givenById) })} · {formatDay(news.on)}
      </Text>
      <Text>{describeNews(news)}</Text>
      {stopped.map((purpose) => (
        <details key={purpose} open={stopped.length === 1}>
          <summary>
            {text('families:news.stopped', {
              purpose: text(`families:purpose.${purpose}.short`),
            })}
          </summary>
          <WhatHappens purpose={purpose} since />
        </details>
      ))}
      <DoingNote doing={doing} />
      {may && (
        <Group mt="xs">
          <Button variant="default" loading={doing.busy} onClick={() => void seen()}>
            {text('families:news.seen')}
          </Button>
        </Group>
      )}
    </Alert>
  )
}

import { Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { deliveryKinds, noticePurposes } from '../../../core/contact/delivery/notice.ts'
import { useDoing } from '../../kit/doing.ts'
import { DoingNote } from '../../kit/notes.tsx'
import { Page } from '../../kit/page.tsx'
import { Facts, Section } from '../../kit/section.tsx'
import { currentLanguage, languages, text } from '../../kit/text.ts'
import { callServer } from '../../sync/server.ts'
import { AgencyLog } from './agency-log.tsx'
import { ChannelSection } from './channel-section.tsx'
import { type Channels, channelsShape } from './channel-shapes.ts'

/** How the agency's server may send links; each way is off until an administrator has set it up. */
export function DeliveryPage() {
  const { known, doing, ask, round } = useChannels()
  const testWords =
    known?.words.find(
      ({ purpose, language }) => purpose === 'test' && language === currentLanguage(),
    )?.text ?? ''
  return (
    <Page
      title={text('delivery:settings.title')}
      back={{ to: '/more', label: text('access:nav.more') }}
    >
      <Text>{text('delivery:settings.intro')}</Text>
      <Section title={text('delivery:settings.leavesTitle')}>
        <Text>{text('delivery:settings.leaves')}</Text>
      </Section>
      <DoingNote doing={doing} />
      {known?.sample === true && <Text fw={600}>{text('delivery:settings.sample')}</Text>}
      {known?.sample === false &&
        deliveryKinds.map((kind) => (
          <ChannelSection
            key={kind}
            kind={kind}
            channel={known.channels.find((one) => one.kind === kind) ?? null}
            testWords={testWords}
            onChanged={ask}
          />
        ))}
      {known !== null && <WordsSection words={known.words} />}
      {known !== null && <AgencyLog key={round} />}
    </Page>
  )
}

function WordsSection({ words }: { readonly words: Channels['words'] }) {
  const rows = languages.flatMap((language) =>
    noticePurposes.map((purpose) => ({
      label: `${text(`delivery:purposes.${purpose}`)} · ${text(`delivery:languages.${language}`)}`,
      value: words.find((one) => one.purpose === purpose && one.language === language)?.text ?? '',
    })),
  )
  return (
    <Section title={text('delivery:settings.words')} hint={text('delivery:settings.wordsHint')}>
      <Facts rows={rows} />
    </Section>
  )
}

/** Only the server knows; without a network the page says so. */
function useChannels() {
  const doing = useDoing()
  const { run } = doing
  const [known, setKnown] = useState<Channels | null>(null)
  const [round, setRound] = useState(0)
  const ask = useCallback(() => {
    run(() => callServer('/api/delivery/channels', {}, channelsShape))
      .then((answer) => {
        if (answer === null) return
        setKnown(answer)
        setRound((before) => before + 1)
      })
      .catch(reportError)
  }, [run])
  useEffect(ask, [ask])
  return { known, doing, ask, round }
}

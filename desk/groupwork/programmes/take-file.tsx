import { Button, FileButton, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { readProgrammeFile } from '../../../core/groupwork/programme-file.ts'
import { programmeId } from '../../../core/groupwork/programme-parse.ts'
import type { Programme } from '../../../core/groupwork/programme.ts'
import { announce, DoingNote, text, useDoing } from '../../kit/index.ts'
import { useAct } from '../../sync/index.ts'
import { draftOfNew } from './programme-drafts.ts'
import styles from './programmes.module.css'
import type { ProgrammeRecord } from './use-shelf.ts'

/** A programme from another agency: read, shown, and kept only when somebody has agreed. */
export function TakeFile({ shelf }: { readonly shelf: readonly ProgrammeRecord[] }) {
  const [found, setFound] = useState<Programme | null>(null)
  const reading = useDoing()
  const read = async (file: File | null) => {
    if (file === null) return
    setFound(null)
    setFound(await reading.run(async () => readProgrammeFile(await file.text())))
  }
  return (
    <>
      <Group>
        <FileButton accept=".json,application/json" onChange={(file) => void read(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={reading.busy}>
              {text('groupwork:library.chooseFile')}
            </Button>
          )}
        </FileButton>
      </Group>
      <DoingNote doing={reading} />
      {found !== null && (
        <Preview
          key={`${found.code} ${found.version}`}
          found={found}
          shelf={shelf}
          onLeave={() => setFound(null)}
        />
      )}
    </>
  )
}

function Preview({
  found,
  shelf,
  onLeave,
}: {
  readonly found: Programme
  readonly shelf: readonly ProgrammeRecord[]
  readonly onLeave: () => void
}) {
  const [version, setVersion] = useState(found.version)
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const take = async () => {
    const own = { ...found, version: version.trim() }
    const draft = draftOfNew(shelf, own)
    if ((await doing.run(async () => (draft.ok ? act(draft.value) : draft))) === null) return
    announce({ words: text('kit:savedHere') })
    await navigate(`/groupwork/programmes/${programmeId(own)}`)
  }
  return (
    <section className={styles.card} aria-label={text('groupwork:library.inFile')}>
      <Text fw={600} lang={found.language}>
        {found.title}
      </Text>
      <Text size="sm" c="gray.7">
        {text('groupwork:library.facts', {
          language: text(`kit:languages.${found.language}`),
          version: found.version,
          count: found.sessions.length,
        })}
      </Text>
      <Text my="xs" lang={found.language}>
        {found.summary}
      </Text>
      <ol className={styles.themes} lang={found.language}>
        {found.sessions.map(({ no, theme }) => (
          <li key={no} value={no}>
            {theme}
          </li>
        ))}
      </ol>
      <TextInput
        label={text('groupwork:library.version')}
        description={text('groupwork:library.versionHint')}
        maxLength={20}
        value={version}
        onChange={(event) => setVersion(event.currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group mt="sm">
        <Button onClick={() => void take()} loading={doing.busy} disabled={version.trim() === ''}>
          {text('groupwork:library.agree')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {text('groupwork:library.leave')}
        </Button>
      </Group>
    </section>
  )
}

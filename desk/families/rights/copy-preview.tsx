import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type Doing, text } from '../../kit/index.ts'
import { useOnline } from '../../sync/index.ts'
import type { RequestProps } from './file-links.tsx'
import styles from './rights.module.css'
import { fetchCopy } from './use-copy.ts'

/** The copy as it would be handed over, read on the screen; nothing of it is kept on the device. */
export function CopyPreview({
  request,
  doing,
}: Pick<RequestProps, 'request'> & { readonly doing: Doing }) {
  const online = useOnline()
  const [page, setPage] = useState<string | null>(null)
  const body = useMemo(() => (page === null ? null : readBody(page)), [page])
  const show = async () => setPage((await fetchCopy(doing, request))?.page ?? null)
  if (body === null)
    return (
      <Button
        variant="default"
        disabled={!online}
        loading={doing.busy}
        onClick={() => void show().catch(reportError)}
      >
        {text('rights:page.seeCopy')}
      </Button>
    )
  return (
    <>
      <Button variant="default" onClick={() => setPage(null)}>
        {text('rights:page.hideCopy')}
      </Button>
      <section className={styles.copy} aria-label={text('rights:page.copyFrame')}>
        {body.map((block) => (
          <Block key={block.id} block={block} />
        ))}
      </section>
    </>
  )
}

interface PageBlock {
  readonly id: number
  readonly tag: 'h3' | 'h4' | 'p' | 'table'
  readonly words: string
  readonly rows: readonly (readonly string[])[]
}

/** Only headings, paragraphs and tables as text: nothing of the page runs or is fetched here. */
function readBody(page: string): readonly PageBlock[] {
  const parsed = new DOMParser().parseFromString(page, 'text/html')
  return [...parsed.body.children].map((part, id): PageBlock => {
    const rows = [...part.querySelectorAll('tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent ?? ''),
    )
    return { id, tag: tagOf(part.tagName), words: part.textContent ?? '', rows }
  })
}

function tagOf(tagName: string): PageBlock['tag'] {
  if (tagName === 'H1') return 'h3'
  if (tagName === 'H2') return 'h4'
  return tagName === 'TABLE' ? 'table' : 'p'
}

function Block({ block }: { readonly block: PageBlock }) {
  const { tag: Tag, words, rows } = block
  if (Tag !== 'table') return <Tag>{words}</Tag>
  return (
    <table>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join('|')}>
            {cells.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row have no other name
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

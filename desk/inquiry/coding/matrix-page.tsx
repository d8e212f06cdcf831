import { Anchor, Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { type CodeMatrix, countCodes } from '../../../core/inquiry/coding/count-codes.ts'
import type { CodeInTree } from '../../../core/inquiry/coding/order-codes.ts'
import { EmptyState, Page, saveCsv, Scrolling, text } from '../../kit/index.ts'
import { writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import { useFamilyCodes, useInterviews, usePeople, whoText } from '../interview/use-interviews.ts'
import styles from './coding.module.css'
import { coderKey, useCodebook, useStaffNames } from './use-coding.ts'
import { caseIdOf, useAllSpans } from './use-cases.ts'

/** INQ-35: how often each code was given in each case. */
export function MatrixPage() {
  const book = useCodebook()
  const spans = useAllSpans()
  const cases = useCases()
  const nameOf = useStaffNames()
  const [coder, setCoder] = useState('')
  const coders = useMemo(() => {
    const found = new Map(
      spans.map((span) => [
        coderKey(span),
        span.coderId === null ? span.coderName : nameOf(span.coderId),
      ]),
    )
    return [...found]
  }, [spans, nameOf])
  const matrix = useMemo(
    () =>
      countCodes(
        spans.filter((span) => coder === '' || coderKey(span) === coder),
        ({ interviewId }) => cases.idOf(interviewId),
      ),
    [spans, coder, cases],
  )
  const columns = matrix.caseIds
    .map((id) => ({ id, name: cases.nameOf(id) }))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
  const rows = book.tree.filter(({ code }) => matrix.ofCode(code.id) > 0)
  const download = () =>
    saveCsv(
      `${text('interview:matrix.file')}.csv`,
      writeGuardedCsv([
        [text('interview:fields.codeId'), ...columns.map(({ name }) => name)],
        ...rows.map(({ code, path }) => [
          path.join(' > '),
          ...columns.map(({ id }) => matrix.of(code.id, id)),
        ]),
      ]),
    )
  return (
    <Page
      wide
      title={text('interview:matrix.title')}
      back={{ to: '/inquiry/interviews', label: text('interview:list.title') }}
      actions={
        rows.length > 0 && (
          <Button variant="default" onClick={download}>
            {text('interview:matrix.download')}
          </Button>
        )
      }
    >
      {coders.length > 1 && (
        <div className={styles.filters}>
          <NativeSelect
            aria-label={text('interview:coding.onlyCoder')}
            data={[
              { value: '', label: text('interview:coding.allCoders') },
              ...coders.map(([value, label]) => ({ value, label })),
            ]}
            value={coder}
            onChange={(event) => setCoder(event.currentTarget.value)}
          />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState
          title={text('interview:matrix.none')}
          hint={text('interview:matrix.noneHint')}
        />
      ) : (
        <MatrixTable matrix={matrix} columns={columns} rows={rows} />
      )}
    </Page>
  )
}

function MatrixTable({
  matrix,
  columns,
  rows,
}: {
  readonly matrix: CodeMatrix
  readonly columns: readonly { readonly id: string; readonly name: string }[]
  readonly rows: readonly CodeInTree[]
}) {
  return (
    <Scrolling label={text('interview:matrix.title')}>
      <table className={styles.matrix}>
        <caption>{text('interview:matrix.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('interview:fields.codeId')}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{text('interview:matrix.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, depth }) => (
            <tr key={code.id}>
              <th scope="row" style={{ paddingInlineStart: `${0.6 + depth}rem` }}>
                <span className={styles.dot} style={{ background: code.colour }} />
                {code.name}
              </th>
              {columns.map(({ id }) => {
                const count = matrix.of(code.id, id)
                return (
                  <td key={id}>
                    {count === 0 ? (
                      '·'
                    ) : (
                      <Anchor
                        component={Link}
                        to={`/inquiry/coding/quotations?code=${code.id}&case=${id}`}
                      >
                        {count}
                      </Anchor>
                    )}
                  </td>
                )
              })}
              <td>
                <Anchor component={Link} to={`/inquiry/coding/quotations?code=${code.id}`}>
                  {matrix.ofCode(code.id)}
                </Anchor>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

/** Cases by the family's code, which names nobody; a talk about no family by its role and day. */
export function useCases(): {
  readonly idOf: (interviewId: string) => string
  readonly nameOf: (caseId: string) => string
} {
  const interviews = useInterviews()
  const codeOf = useFamilyCodes()
  const people = usePeople()
  return useMemo(() => {
    const byId = new Map(interviews.map((its) => [its.id, its]))
    return {
      idOf: (interviewId) => {
        const its = byId.get(interviewId)
        return its === undefined ? interviewId : caseIdOf(its)
      },
      nameOf: (caseId) => {
        const its = byId.get(caseId)
        if (its === undefined) return codeOf(caseId)
        return [whoText(people, its), its.heldOn ?? ''].filter((part) => part !== '').join(' ')
      },
    }
  }, [interviews, codeOf, people])
}

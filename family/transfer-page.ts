import { html } from 'hono/html'
import type { TransferPackage } from '../core/casework/transfer/transfer-package.ts'
import { showNote, type Html, type Words } from './page.ts'

/** The code that was told on the telephone; until then the page says neither from whom nor about whom. */
export function showTransferCheck(words: Words, left: number | null): Html {
  return html`<h1>${words('transfer:page.title')}</h1><p>${words('transfer:page.checkWhy')}</p>${left === null ? '' : showNote(words('transfer:page.failed', { count: left }), true)}<form method="post"><input type="hidden" name="step" value="check"><p><label for="c">${words('transfer:page.code')}</label></p><p><input id="c" name="code" type="text" inputmode="numeric" autocomplete="off" maxlength="12" required></p><button>${words('transfer:page.go')}</button></form>`
}

/** The receiver may read the other language than the telephone says; without script. */
export function showWithLanguages(words: Words, language: 'zh-CN' | 'en', body: Html): Html {
  const other = language === 'en' ? 'zh-CN' : 'en'
  return html`${body}<p><a href="?lang=${other}" lang="${other}">${words(`kit:languages.${other}`)}</a></p>`
}

export function showTransferLocked(words: Words): Html {
  return html`<h1>${words('transfer:page.lockedTitle')}</h1><p>${words('transfer:page.locked')}</p>`
}

export interface TransferPage {
  readonly content: TransferPackage
  readonly answer: 'accepted' | 'declined' | null
  readonly answeredOn: string
  readonly number: string
  readonly until: string
  readonly passphrase: string
  readonly gaps: boolean
}

/** The receiver's no is noted; from here on nothing of it is shown. */
export function showTransferDeclined(words: Words): Html {
  return html`<h1>${words('transfer:page.declined')}</h1><p>${words('transfer:page.declinedText')}</p>`
}

/** What was handed over, line by line; then the answer; then the file for another Kiteline. */
export function showTransfer(words: Words, page: TransferPage): Html {
  const { content, answer } = page
  const to = [content.receiverOrg, content.receiverPerson].filter((part) => part !== '').join(' · ')
  const told = (['reason', 'problem', 'workDone', 'expectation', 'purpose'] as const).map((field) =>
    showLine(words(`transfer:fields.${field}`), content[field]),
  )
  return html`<h1>${words(`transfer:page.what.${content.what}`)}</h1><p>${showSender(words, content)}<br>${words('transfer:page.to')}${words('families:labelSeparator')}${to}<br><span class="s">${words('transfer:page.until', { day: page.until })}</span></p>${answer === null ? '' : showNote(`${words(`transfer:page.${answer}`)} · ${words('transfer:page.receiptNo', { day: page.answeredOn, number: page.number })}`, false)}<h2>${words('transfer:page.asked')}</h2>${told}${content.parts.map((part) => html`<h2>${part.title}</h2>${part.lines.map(({ label, words: said }) => showLine(label, said))}`)}<p class="n">${words('transfer:page.keep')}</p>${showAskBack(words, content)}${answer === null ? showAnswer(words, page.gaps) : ''}<h2>${words('transfer:page.download')}</h2><p class="s">${words('transfer:page.downloadHint')}</p><p><b>${page.passphrase}</b></p><form method="post"><input type="hidden" name="step" value="download"><button class="q">${words('transfer:page.download')}</button></form>`
}

function showSender(words: Words, { agencyName, worker }: TransferPackage): Html {
  const from = [agencyName, worker].filter((part) => part !== '').join(' · ')
  return html`${words('transfer:page.from')}${words('families:labelSeparator')}${from}`
}

/** Whoever reads it can ask back, and complain: the number is one that can be touched. */
function showAskBack(words: Words, content: TransferPackage): Html {
  const { agencyName, agencyPhone, agencyAddress, complaintsTo } = content
  const digits = agencyPhone.normalize('NFKC').replaceAll(/[^+\d]/g, '')
  const phone =
    digits === '' ? html`${agencyPhone}` : html`<a href="tel:${digits}">${agencyPhone}</a>`
  return html`<h2>${words('transfer:page.ask')}</h2><p>${agencyName}${agencyPhone === '' ? html`<br>${words('transfer:page.askSender')}` : html`<br>${words('transfer:page.phone')}${words('families:labelSeparator')}${phone}`}${agencyAddress === '' ? '' : html`<br>${agencyAddress}`}</p>${complaintsTo === '' ? '' : html`<p class="s">${words('family:complaints', { complaints: complaintsTo })}</p>`}`
}

function showLine(label: string, said: string): Html {
  return said.trim() === ''
    ? html``
    : html`<p><span class="s">${label}</span><br>${said.split('\n').map((line, place) => html`${place === 0 ? '' : html`<br>`}${line}`)}</p>`
}

function showAnswer(words: Words, gaps: boolean): Html {
  return html`<h2>${words('transfer:page.answerTitle')}</h2><p>${words('transfer:page.answerHint')}</p>${gaps ? showNote(words('transfer:page.gaps'), true) : ''}<form method="post"><input type="hidden" name="step" value="answer"><p><label for="n">${words('transfer:page.name')}</label></p><p><input id="n" name="name" type="text" autocomplete="name" maxlength="100" required></p><p><label for="w">${words('transfer:page.words')}</label></p><p><textarea id="w" name="words" rows="3" maxlength="2000"></textarea></p><button name="answer" value="accepted">${words('transfer:page.accept')}</button><button class="q" name="answer" value="declined">${words('transfer:page.decline')}</button></form>`
}

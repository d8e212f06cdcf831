import { answer, takeOrder } from '../kit/apart-inside.ts'
import { renderDocument } from './render-document.ts'

await answer(await renderDocument(await takeOrder()))

/** Deep tables inside tables inside text boxes are still honest documents. */
export const handlerOptions = { maxXmlDepth: 100 }

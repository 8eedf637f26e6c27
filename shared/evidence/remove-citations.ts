import { type RichText, richTextSchema } from '../assessment/rich-text.ts'

/** The text without its citations of these pieces of evidence; everything else stays as it is. */
export function withoutCitations(doc: RichText, evidenceIds: ReadonlySet<string>): RichText {
  return richTextSchema.parse(prune(doc, evidenceIds))
}

function prune(node: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(node))
    return node.filter((each) => !isCitation(each, ids)).map((each) => prune(each, ids))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, prune(value, ids)]))
}

function isCitation(node: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof node !== 'object' || node === null) return false
  if (!('type' in node) || node.type !== 'evidence' || !('attrs' in node)) return false
  const { attrs } = node
  if (typeof attrs !== 'object' || attrs === null || !('id' in attrs)) return false
  return typeof attrs.id === 'string' && ids.has(attrs.id)
}

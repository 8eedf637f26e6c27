import { Anchor, type AnchorProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordReference } from '../../shared/kernel/record.ts'
import { recordPaths } from '../app/open-record.ts'

const AnchorLink = createLink(Anchor<'a'>)

type RecordLinkProps = AnchorProps & {
  readonly record: RecordReference
  readonly title?: string
  /** What the page of the record is told, such as the criterion of an assessment. */
  readonly search?: Record<string, unknown>
  readonly children: ReactNode
}

/** A record's name that leads to its page. */
export function RecordLink({ record, children, search = {}, ...anchor }: RecordLinkProps) {
  return (
    <AnchorLink {...anchor} to={recordPaths[record.entity]} params={{ id: record.id }} search={search}>
      {children}
    </AnchorLink>
  )
}

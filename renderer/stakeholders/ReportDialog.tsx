import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconFileCertificate, IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { academicYearEnd, academicYearOf, academicYearStart } from '../../shared/kernel/calendar.ts'
import { data, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { DayField } from '../components/DayField.tsx'

/** Asks for a period and writes the report on participation in it, to a file or into the library of evidence. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const language = useLanguage()
  const isReadOnly = useIsReadOnly()
  const year = academicYearOf(useToday())
  const [from, setFrom] = useState<string | null>(academicYearStart(year))
  const [to, setTo] = useState<string | null>(academicYearEnd(year))
  const [isBusy, setBusy] = useState(false)
  const period = from === null || to === null || from > to ? null : { from, to, language }

  const during = (work: () => Promise<string | null>) => {
    setBusy(true)
    work()
      .then((done) => {
        if (done === null) return
        notifyDone(done)
        onClose()
      })
      .catch(notifyRefusal)
      .finally(() => setBusy(false))
  }
  const save = (format: 'pdf' | 'xlsx') =>
    during(async () => {
      if (period === null) return null
      const suggestedName = `${t('stakeholders:report.title', period).replaceAll('/', '-')}.${format}`
      const file = await shell.chooseTarget({ purpose: format, suggestedName })
      if (file === null) return null
      await data.stakeholders.saveReport({ ...period, format, file })
      return t('stakeholders:report.saved', { name: file.name })
    })
  const keep = () =>
    during(async () => {
      if (period === null) return null
      const { name } = await data.stakeholders.keepReport(period)
      return t('stakeholders:report.kept', { name })
    })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('stakeholders:report.dialog')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      size="lg"
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <DayField
            label={t('stakeholders:report.from')}
            path="from"
            value={from}
            isReadOnly={false}
            onChange={setFrom}
          />
          <DayField
            label={t('stakeholders:report.to')}
            path="to"
            value={to}
            isReadOnly={false}
            onChange={setTo}
          />
        </Group>
        {from !== null && to !== null && from > to ? (
          <Text role="alert" size="sm">
            {t('stakeholders:report.order')}
          </Text>
        ) : null}
        <Group justify="end" gap="xs">
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            disabled={period === null || isBusy}
            onClick={() => save('xlsx')}
          >
            {t('stakeholders:report.xlsx')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
            disabled={period === null || isBusy}
            onClick={() => save('pdf')}
          >
            {t('stakeholders:report.pdf')}
          </Button>
          {isReadOnly ? null : (
            <Button
              leftSection={<IconFileCertificate size={18} aria-hidden />}
              disabled={period === null}
              loading={isBusy}
              onClick={keep}
            >
              {t('stakeholders:report.keep')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

// Files without pages beside a paper, such as e-invoice data: named, saved as they came, moved and removed with undo.

import { FileTextOutlined, MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Attachment, fourPapers, type PaperKind } from '../../../shared/domain.ts';
import { call } from '../../client.ts';
import { FileFacts, SaveOriginal } from '../../papers/file-facts.tsx';
import { useTellAndRefresh } from '../../shell/tell.ts';

const TARGETS: readonly PaperKind[] = [...fourPapers, 'other'];

function useFileActions() {
  const { t } = useTranslation(['files', 'domain']);
  const tell = useTellAndRefresh();
  return {
    move: ({ id, visitId }: Attachment, kind: PaperKind) =>
      tell(
        () => call('attachment.move', { id, visitId, kind }),
        t('files:did.move', { paper: t(`domain:paper.${kind}`) }),
      ),
    remove: ({ id, scan }: Attachment) =>
      tell(() => call('attachment.remove', { id }), t('files:did.remove', { file: scan.fileName })),
  };
}

export function SlotFiles({ files }: { files: readonly Attachment[] }) {
  const { t } = useTranslation(['files', 'domain']);
  const { move, remove } = useFileActions();
  if (files.length === 0) return null;
  return (
    <ul className="slot-files">
      {files.map((file) => (
        <li key={file.id} className="slot-file">
          <FileTextOutlined aria-hidden />
          <span className="slot-file-facts">
            <span className="slot-file-name small">{file.scan.fileName}</span>
            <FileFacts scan={file.scan} />
            <span className="small muted">{t('files:notPrinted')}</span>
            <SaveOriginal scan={file.scan} />
          </span>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                ...TARGETS.filter((kind) => kind !== file.kind).map((kind) => ({
                  key: kind,
                  label: t('files:moveTo', { paper: t(`domain:paper.${kind}`) }),
                  onClick: () => void move(file, kind),
                })),
                { type: 'divider' as const },
                { key: 'remove', label: t('files:remove'), onClick: () => void remove(file) },
              ],
            }}
          >
            <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t('files:more')} />
          </Dropdown>
        </li>
      ))}
    </ul>
  );
}

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/coupons/import_work.h"
#include "ui/parts/plain_dialog.h"
#include "ui/port/page_context.h"

class QCheckBox;
class QComboBox;
class QProgressBar;

namespace seonchak {

class ActionButton;
class CodeTable;
class FolderButton;
class ToneLabel;

/// Imports a CSV file of codes: shows which codes can be added and why others cannot, then adds them and
/// shows the result.
class ImportDialog : public PlainDialog
{
    Q_OBJECT
public:
    /// Port and asker must outlive it. Reads immediately.
    ImportDialog(const PageContext &context, const QString &path, QWidget *parent = nullptr);
    /// While codes are being added, this stops the adding first.
    void reject() override;
    [[nodiscard]] const ImportWork &work() const { return m_work; }

Q_SIGNALS:
    /// Some codes were added; emitted at the end.
    void added(qint64 count, qint64 pushed);

private:
    void layOut(const QString &name);
    QWidget *choices();
    QWidget *buttons();
    void showStage();
    void showReady();
    void showDone();
    void showColumns();
    void showHeader();
    void readAgain();
    void showProgress();
    void say(const QString &sentence, bool failed);
    void showCodes();
    [[nodiscard]] QString remarks() const;
    void saveRefused();
    void endSaving(const QString &path, bool fine);

    const PageContext m_context;
    const QString m_path;
    ImportWork m_work;
    ImportChoices m_choices;
    ToneLabel *m_line;
    QWidget *m_columnField = nullptr;
    QWidget *m_encodingField = nullptr;
    QComboBox *m_column;
    QComboBox *m_encoding;
    QCheckBox *m_header;
    QCheckBox *m_notable;
    CodeTable *m_codes;
    QProgressBar *m_progress;
    QCheckBox *m_push;
    ActionButton *m_add = nullptr;
    ActionButton *m_save = nullptr;
    FolderButton *m_folder = nullptr;
    ActionButton *m_close = nullptr;
};

} // namespace seonchak

// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/report_work.h"
#include "ui/parts/theme.h"
#include "ui/port/page_context.h"

#include <QWidget>

class QLabel;

namespace seonchak {

class ActionButton;
struct Lab;

/// One report: its path and its actions. The path is always visible and can be copied, because some machines
/// have no browser that opens it. Parts: `<name>Path`, `<name>Open`, `<name>Copy`, `<name>Folder`,
/// `<name>Check`, `<name>Plant`.
class ReportBar : public QWidget
{
    Q_OBJECT
public:
    /// The lab and the objects in the context must outlive the bar.
    ReportBar(const QString &name, Lab &lab, const PageContext &context, QWidget *parent = nullptr);
    /// Its directory; empty: none, and `why` is shown instead of the path.
    void setReport(const QString &directory, const QString &why);
    [[nodiscard]] const QString &report() const { return m_directory; }
    /// The result of a check, as a sentence.
    static std::pair<theme::Tone, QString> endOf(const ReportEnd &end);
    static QString readingNow();

public Q_SLOTS:
    /// Opens it in the browser; ignored without a report.
    void open();

Q_SIGNALS:
    void told(seonchak::theme::Tone tone, const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showFolder();
    void askAndRead(ReportEnd::Kind how);
    void read(ReportEnd::Kind how);
    void showState();
    void showPath();

    Lab &m_lab;
    const PageContext m_context;
    QString m_directory;
    QString m_why;
    QLabel *m_path;
    ActionButton *m_open;
    ActionButton *m_copy;
    ActionButton *m_folder;
    ActionButton *m_check;
    ActionButton *m_plant;
};

} // namespace seonchak

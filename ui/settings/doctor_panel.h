// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/settings_port.h"

#include <QPointer>
#include <QWidget>

class QProgressBar;
class QTableView;

namespace seonchak {

class ActionButton;
class FindingModel;
class ToneLabel;

/// The doctor: a button that starts an examination of the surroundings, and its findings. Parts:
/// doctorExamine, doctorLine, doctorProgress, doctorFindings.
class DoctorPanel : public QWidget
{
    Q_OBJECT
public:
    explicit DoctorPanel(QWidget *parent = nullptr);
    ~DoctorPanel() override;

    /// The port must outlive the panel.
    void examine(SettingsPort &port, const SettingsPort::Changes &changes);
    /// The findings belong to other settings than those now on the page.
    void forget();
    [[nodiscard]] bool isAtWork() const { return m_port != nullptr; }

Q_SIGNALS:
    void examineAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    using Answer = Result<SettingsPort::Checks>;
    static QCoro::Task<> run(QPointer<DoctorPanel> self, int number, SettingsPort::Changes changes);
    void layOut();
    void setUpTable();
    void press();
    void showFound(const doctor::Check &check);
    void end(const Answer &answer);
    void showState();
    void fitRows();

    ActionButton *m_button;
    ToneLabel *m_line;
    QProgressBar *m_progress;
    FindingModel *m_model;
    QTableView *m_table;
    SettingsPort *m_port = nullptr; ///< set during an examination
    int m_number = 0;               ///< of the examination: late findings of an earlier one are ignored
    bool m_stopped = false;
};

} // namespace seonchak

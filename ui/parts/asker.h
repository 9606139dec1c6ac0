// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QFileDialog;
class QWidget;

namespace seonchak {

/// A confirmation before something that cannot be undone.
struct Question
{
    QString title;       ///< "Void all unissued coupons?"
    QString consequence; ///< plain text: "Voids 412 coupons; 37 are in flight and stay."
    QString action;      ///< the verb on the button: "Void 412 coupons"
    QString typed;       ///< must be typed before a button works; empty: nothing
    bool destructive = true;
    QString milder = {}; ///< a less harmful alternative: "Pause and close"; empty: none
    QString cancel = {}; ///< instead of "Cancel", if another word is clearer: "Stay"
};

/// The person's choice: nothing, the action, or the milder one.
enum class Decision { No, Yes, Milder };

/// How the window asks a person; tests replace it. Never blocks; the answer comes later, on the GUI thread,
/// and never if `parent` has been destroyed.
class Asker
{
public:
    virtual ~Asker() = default;
    virtual void choose(QWidget *parent, const Question &question,
                        std::function<void(Decision decision)> answered) = 0;
    /// A question without a milder verb.
    void ask(QWidget *parent, const Question &question, std::function<void(bool yes)> answered)
    {
        choose(parent, question,
               [answered = std::move(answered)](Decision decision) { answered(decision == Decision::Yes); });
    }
    /// An empty path means that the person cancelled. `filter` as in QFileDialog: "CSV (*.csv)".
    virtual void openFile(QWidget *parent, const QString &title, const QString &filter,
                          std::function<void(const QString &path)> chosen) = 0;
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggestion,
                          const QString &filter, std::function<void(const QString &path)> chosen) = 0;
};

/// The folder of the last opened or saved file, where the next dialog starts. If given, both functions must
/// be set.
struct FolderMemory
{
    std::function<QString()> last = {};
    std::function<void(const QString &folder)> keep = {};
};

/// Uses real dialogs in our own style, window-modal.
class DialogAsker final : public Asker
{
public:
    explicit DialogAsker(FolderMemory folders = {})
        : m_folders(std::move(folders))
    {
    }
    void choose(QWidget *parent, const Question &question,
                std::function<void(Decision decision)> answered) override;
    void openFile(QWidget *parent, const QString &title, const QString &filter,
                  std::function<void(const QString &path)> chosen) override;
    void saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                  std::function<void(const QString &path)> chosen) override;

private:
    [[nodiscard]] QString folder() const;
    void openFor(QFileDialog *dialog, std::function<void(const QString &path)> chosen) const;

    const FolderMemory m_folders;
};

} // namespace seonchak

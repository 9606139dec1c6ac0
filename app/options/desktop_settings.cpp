// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/desktop_settings.h"

#include "app/options/doctor_surroundings.h"
#include "app/options/setting_rows.h"
#include "app/options/url_password.h"
#include "core/async/off_thread.h"
#include "core/doctor/reach.h"

#include <QFileInfo>

namespace seonchak {

namespace {

std::unexpected<Error> bad(const QString &key, const QString &sentence)
{
    return failure(Trouble::BadInput, QStringLiteral("%1: %2").arg(key, sentence), {key.toUtf8()});
}

const Option *optionOf(const QList<Option> &options, const QString &key)
{
    const auto found = std::ranges::find(options, key, &Option::name);
    return found == options.end() ? nullptr : &*found;
}

bool isSecret(const QString &key)
{
    return key == adminTokenKey() || !optionOfPassword(key).isEmpty();
}

/// A URL is checked with a placeholder password: its own is stored elsewhere, and a user alone would be
/// refused.
QString judged(const QString &key, const QString &text)
{
    auto parts = UrlPassword::split(text);
    if (!passwordKeys().contains(key) || !parts.password.isEmpty())
        return text;
    parts.password = QStringLiteral("x");
    return parts.join();
}

bool hasControl(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

constexpr int threads = 6; // an examination, a preflight, a test of each service, and a file that is written

} // namespace

DesktopSettings::DesktopSettings(ReadOptions started, SecretStore &store, WriteFile write)
    : m_sources(started.sources)
    , m_running(started.sources)
    , m_secrets(started.secrets)
    , m_runningSecrets(std::move(started.secrets))
    , m_byBook(started.byBook)
    , m_store(store)
    , m_write(std::move(write))
    , m_pool(threads)
{
}

QList<SettingRow> DesktopSettings::rows() const
{
    return settingRows(m_sources, m_running, m_secrets, m_runningSecrets);
}

QString DesktopSettings::secretsFile() const
{
    return m_store.isAvailable() ? QString() : secrets_file::beside(configFile());
}

Result<ConfigTexts> DesktopSettings::fileNow() const
{
    return QFileInfo::exists(configFile()) ? OptionSources::readFile(configFile()) : ConfigTexts{};
}

Result<void> DesktopSettings::fileState() const
{
    const auto file = fileNow();
    return file ? Result<void>{} : std::unexpected(file.error());
}

Result<void> DesktopSettings::check(const QString &key, const QString &text) const
{
    if (hasControl(text))
        return bad(key, QStringLiteral("the text has a line break or another control character"));
    if (isSecret(key))
        return {};
    const auto options = optionTable();
    const auto *option = optionOf(options, key);
    if (!option)
        return bad(key, QStringLiteral("there is no such option"));
    if (text.isEmpty() && option->page.mayBeEmpty)
        return {};
    RawSettings scratch;
    for (const auto &one : option->repeatable ? splitTexts(*option, text) : QStringList(judged(key, text))) {
        if (const auto read = option->read(scratch, one); !read)
            return bad(key, read.error().detail);
    }
    if (key == QLatin1String("database")) {
        if (const auto url = DatabaseUrl::parse(text, QStringLiteral("/")); !url)
            return bad(key, url.error().detail);
    }
    return {};
}

Result<void> DesktopSettings::checkChange(const QString &key, const QString &text) const
{
    const auto options = optionTable();
    const QString of = optionOfPassword(key).isEmpty() ? key : optionOfPassword(key);
    if (const auto *option = optionOf(options, of)) {
        const auto given = m_sources.given(*option);
        if (given.source == OptionSource::CommandLine || given.source == OptionSource::Environment)
            return bad(key,
                       QStringLiteral("%1 decides it: the config file would not count").arg(given.place));
    }
    return check(key, text);
}

void DesktopSettings::keep(Plan &plan, const QString &key, Secret secret) const
{
    secret.inKeychain = m_store.isAvailable();
    if (secret.value.isEmpty())
        plan.secrets.remove(key);
    else
        plan.secrets[key] = std::move(secret);
    plan.secretKeys.append(key);
}

void DesktopSettings::changeText(ConfigTexts &texts, Plan &plan, const QString &key,
                                 const QString &text) const
{
    const auto options = optionTable();
    const auto *option = optionOf(options, key);
    QStringList now = splitTexts(*option, text);
    if (passwordKeys().contains(key)) {
        const auto before = UrlPassword::split(texts.value(key).join(QLatin1Char(',')));
        const auto typed = UrlPassword::split(text);
        now = {typed.url};
        if (!typed.password.isEmpty())
            keep(plan, key, {typed.place(), typed.password, false});
        else if (!before.password.isEmpty() && before.place() == typed.place())
            keep(plan, key, {before.place(), before.password, false}); // moved out of the file, never into it
    }
    if (now.isEmpty() || now == QStringList(option->defaultText))
        texts.remove(key);
    else
        texts[key] = now;
}

void DesktopSettings::changeSecret(const ConfigTexts &texts, Plan &plan, const QString &key,
                                   const QString &value) const
{
    const QString of = optionOfPassword(key);
    if (of.isEmpty())
        return keep(plan, key, {QString(), value.trimmed(), false});
    keep(plan, of, {UrlPassword::split(texts.value(of).join(QLatin1Char(','))).place(), value, false});
}

DesktopSettings::~DesktopSettings()
{
    stopExamining();
    stopPreflight();
}

Result<DesktopSettings::Plan> DesktopSettings::planOf(const Changes &changes) const
{
    auto plan = draftOf(changes);
    if (!plan)
        return plan;
    auto judged = judgeSettings(plan->sources, plan->secrets);
    if (m_byBook) // The state that the program was started with may stay.
        judged.faults.removeIf(isOpenToAll);
    if (!judged.faults.isEmpty())
        return std::unexpected(judged.faults.first());
    plan->settings = std::move(judged.settings);
    return plan;
}

Result<DesktopSettings::Plan> DesktopSettings::draftOf(const Changes &changes) const
{
    auto texts = fileNow();
    if (!texts)
        return std::unexpected(texts.error());
    Plan plan;
    plan.secrets = m_secrets;
    for (auto one = changes.begin(); one != changes.end(); ++one) {
        if (const auto checked = checkChange(one.key(), one.value()); !checked)
            return std::unexpected(checked.error());
        if (!isSecret(one.key()))
            changeText(*texts, plan, one.key(), one.value());
    }
    // Passwords after their URLs, because they belong to the new ones.
    for (auto one = changes.begin(); one != changes.end(); ++one) {
        if (!isSecret(one.key()))
            continue;
        const QString of = optionOfPassword(one.key());
        const auto url = UrlPassword::split(texts->value(of).join(QLatin1Char(',')));
        if (!of.isEmpty() && !one.value().isEmpty() && url.place().isEmpty())
            return bad(one.key(), QStringLiteral("there is nobody to log in to with a password"));
        if (!of.isEmpty() && texts->contains(of))
            (*texts)[of] = QStringList(url.url); // removes a password that was in the file
        changeSecret(*texts, plan, one.key(), one.value());
    }
    plan.sources = m_sources.withFile(std::move(*texts));
    return plan;
}

QCoro::Task<Result<void>> DesktopSettings::save(Changes changes)
{
    if (m_saving)
        co_return failure(Trouble::Conflict, QStringLiteral("another save is under way"));
    auto plan = planOf(changes);
    if (!plan)
        co_return std::unexpected(plan.error());
    m_saving = true;
    const QPointer<DesktopSettings> self(this);
    auto work = carryOut(self, std::move(*plan));
    auto done = co_await work;
    if (self)
        self->m_saving = false;
    co_return done;
}

QCoro::Task<Result<void>> DesktopSettings::carryOut(QPointer<DesktopSettings> self, Plan plan)
{
    const QString path = self->configFile();
    const Secrets before = self->m_secrets;
    auto secrets = putSecrets(self, before, plan.secrets, plan.secretKeys);
    auto done = co_await secrets;
    if (!done || !self)
        co_return done;
    auto file = putFile(self->m_pool, self->m_write, path, config::toIni(plan.sources.file()));
    done = co_await file;
    if (!self)
        co_return done;
    if (!done) {
        // All or nothing: the old URLs get their old passwords back.
        auto back = putSecrets(self, plan.secrets, before, plan.secretKeys);
        (void)co_await back;
        co_return done;
    }
    self->take(std::move(plan));
    co_return done;
}

QCoro::Task<Result<void>> DesktopSettings::putSecrets(QPointer<DesktopSettings> self, Secrets from,
                                                      Secrets to, QStringList keys)
{
    bool file = false;
    Result<void> done;
    for (const QString &key : keys) {
        const bool inKeychain = to.value(key).inKeychain;
        file = file || (to.contains(key) && !inKeychain) || (from.contains(key) && !from[key].inKeychain);
        if (!inKeychain && !from.value(key).inKeychain)
            continue;
        auto put = inKeychain ? self->m_store.write(key, to.value(key).packed()) : self->m_store.remove(key);
        done = co_await put;
        if (!done || !self)
            co_return done;
    }
    if (!file)
        co_return done;
    const QString path = secrets_file::beside(self->configFile());
    auto put = putFile(self->m_pool, self->m_write, path, secrets_file::toIni(to));
    done = co_await put;
    co_return done;
}

QCoro::Task<Result<void>> DesktopSettings::putFile(WorkPool &pool, WriteFile write, QString path,
                                                   QByteArray bytes)
{
    const std::function<Result<void>()> work = [write, path, bytes] { return write(path, bytes); };
    auto task = offThread(pool, work);
    co_return co_await task;
}

void DesktopSettings::take(Plan plan)
{
    m_sources = std::move(plan.sources);
    m_secrets = std::move(plan.secrets);
    if (saved)
        saved(plan.settings);
}

QCoro::Task<Result<QString>> DesktopSettings::test(QString key, Changes changes)
{
    for (const auto &other : changes.keys()) {
        if (other != key && optionOfPassword(other) != key)
            changes.remove(other); // errors in other settings do not matter here
    }
    const auto plan = planOf(changes);
    if (!plan)
        co_return std::unexpected(plan.error());
    const SaleOptions sale = plan->settings.sale;
    std::function<Result<QString>()> work = [key, sale] {
        return key == QLatin1String("redis")      ? doctor::reachRedis(sale.redis)
               : key == QLatin1String("database") ? doctor::reachDatabase(sale.database, sale.dataDir)
                                                  : doctor::reachPartner(sale.partner.url);
    };
    auto task = offThread(m_pool, std::move(work), doctor::reachLimit);
    co_return co_await task;
}

QCoro::Task<Result<SettingsPort::Checks>> DesktopSettings::examine(Changes changes, doctor::Tongue tongue,
                                                                   Found found)
{
    const auto drafted = draftOf(changes);
    if (!drafted)
        co_return std::unexpected(drafted.error());
    stopExamining();
    m_exam = std::stop_source();
    auto task = look(drafted->sources, drafted->secrets, m_exam.get_token(), tongue, std::move(found));
    co_return co_await task;
}

QCoro::Task<Result<SettingsPort::Checks>> DesktopSettings::preflight(doctor::Tongue tongue, Found found)
{
    auto task = look(m_running, m_runningSecrets, m_preflight.get_token(), tongue, std::move(found));
    co_return co_await task;
}

QCoro::Task<Result<SettingsPort::Checks>> DesktopSettings::look(OptionSources sources, Secrets secrets,
                                                                std::stop_token stop, doctor::Tongue tongue,
                                                                Found found)
{
    QList<Error> forgiven;
    const auto settings = settingsOf(sources, secrets, &forgiven);
    if (!settings)
        co_return std::unexpected(settings.error());
    doctor::Follower follower{stop, {}};
    follower.found = [home = TaskHome::current(), found](const doctor::Check &check) {
        home->post([found, check] { found(check); });
    };
    std::function<Result<Checks>()> work = [follower, tongue,
                                            around = surroundingsOf(sources, *settings, forgiven)] {
        return Result<Checks>(doctor::examine(around, tongue, follower));
    };
    auto task = offThread(m_pool, std::move(work));
    co_return co_await task;
}

} // namespace seonchak

"""Which initiatives: as a list and along time; with an id in the address, the profile of one."""

from pages.parts import along_time, downloads, listing, navigation, profile, session, show

view = session.current()
say = view.language.say
initiative_id = session.asked("id")

if initiative_id:
    profile.initiative(view, initiative_id)
elif view.present:
    along_time.room(view, listing.asked(view)[0])
else:
    show.summary(view)
    sort, columns = listing.asked(view)
    tabs = navigation.tabs({"list": say("List"), "time": say("Timeline")}, view.language)
    if tabs["list"].open:
        with tabs["list"]:
            listing.controls(view, sort, columns)
            listing.table(view, sort, columns)
    if tabs["time"].open:
        with tabs["time"]:
            listing.controls(view, sort)
            along_time.draw(view, sort)
    downloads.initiatives(view, sort)
